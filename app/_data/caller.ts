import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { webHandlers } from '#server/api/handlers/web.ts'
import { appRouter } from '#server/api/routers/appRouter.ts'
import { createCallerFactory } from '#server/api/trpc.ts'

const createCaller = createCallerFactory(appRouter)

/** Pages are made by us, from fixed queries: what a caller may ask of the API is counted where the API is asked. */
const uncounted = { take: async () => undefined }

/** The API as a page calls it: in this process, with the session of the request that asked for the page. */
export const caller = cache(async () => {
  const { api } = webHandlers()
  const [jar, head] = await Promise.all([cookies(), headers()])
  const session = await api.members.getSession(jar.toString())
  return createCaller({ ...api, limiter: uncounted, requestId: head.get('x-request-id') ?? crypto.randomUUID(), ip: 'page', session })
})
