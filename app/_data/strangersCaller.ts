import { webHandlers } from '#server/api/handlers/web.ts'
import { appRouter } from '#server/api/routers/appRouter.ts'
import { createCallerFactory } from '#server/api/trpc.ts'

const createCaller = createCallerFactory(appRouter)

/** What is drawn for other sites is counted where it is drawn. */
const uncounted = { take: async () => undefined }

/** The API as anybody without a session calls it: for what other sites show, which must not depend on who looks at it. */
export const strangersCaller = () =>
  createCaller({ ...webHandlers().api, limiter: uncounted, requestId: crypto.randomUUID(), ip: 'page', session: null })
