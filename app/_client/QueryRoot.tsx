'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

/** Only pages that change under the reader's hands pay for this; the rest are refreshed by the server. */
export function QueryRoot({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 5000, retry: 2 } } }))
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
