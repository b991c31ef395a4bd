'use client'

import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AppRouter } from '#server/api/types.ts'

/** The API from the browser; the session travels in its cookie. */
export const api = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/api/trpc', maxItems: 20 })] })
