import { callerPrefix, requestIdOf } from './handlers/requestFacts.ts'
import { webHandlers } from './handlers/web.ts'
import { appRouter } from './routers/appRouter.ts'
import { createCallerFactory } from './trpc.ts'

const createCaller = createCallerFactory(appRouter)

/** The API for pages that are rendered on the server: the same procedures, rights and limits, without HTTP. `headers` are the page's own request's. */
export async function apiCaller(headers: Headers) {
  const { api } = webHandlers()
  const session = await api.members.getSession(headers.get('cookie'))
  return createCaller({ ...api, session, requestId: requestIdOf(headers), ip: callerPrefix(headers) })
}
