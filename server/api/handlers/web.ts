import { collectDefaultMetrics, Registry } from 'prom-client'
import { createCursors } from '#server/api/cursor.ts'
import { createMemoryLimiter } from '#server/api/limiter.ts'
import { webComposition } from '#server/compose.ts'
import { createAuthHandler } from './authHandler.ts'
import { createConnectHandler } from './connectHandler.ts'
import { createCoverHandler } from './coverHandler.ts'
import { createCsvHandler } from './csvHandler.ts'
import { createDrawHandler } from './drawHandler.ts'
import { createHealthHandler } from './healthHandler.ts'
import { createListHandler } from './listHandler.ts'
import { createNonceHandler } from './nonceHandler.ts'
import { createTrpcHandler } from './trpcHandler.ts'
import { createViewHandler } from './viewHandler.ts'
import { createVisitHandler } from './visitHandler.ts'

type WebHandlers = ReturnType<typeof create>

function create() {
  const { members, isReady } = webComposition()
  const limiter = createMemoryLimiter()
  const metrics = new Registry()
  metrics.setDefaultLabels({ process: 'web' })
  collectDefaultMetrics({ register: metrics })
  const api = { members, limiter, cursors: createCursors(members.secret) }
  return {
    api,
    trpc: createTrpcHandler(api),
    auth: createAuthHandler(api),
    nonce: createNonceHandler(api),
    visit: createVisitHandler(api),
    views: createViewHandler(api),
    connect: createConnectHandler(api),
    lists: createListHandler(api),
    covers: createCoverHandler(api),
    csv: createCsvHandler(api),
    draws: createDrawHandler(api),
    health: createHealthHandler({ metrics, ready: isReady }),
  }
}

const key = Symbol.for('cairn.web-handlers')
const holder = globalThis as { [key]?: WebHandlers }

/** The web process's handlers: made at the first request, so that a build needs no environment, and once however often this module is loaded. */
export function webHandlers(): WebHandlers {
  holder[key] ??= create()
  return holder[key]
}

type Handler = (request: Request) => Promise<Response>
export const trpcRoute: Handler = (request) => webHandlers().trpc(request)
export const authRoute: Handler = (request) => webHandlers().auth(request)
export const visitRoute: Handler = (request) => webHandlers().visit(request)
export const viewRoute: Handler = (request) => webHandlers().views(request)
export const connectRoute: Handler = (request) => webHandlers().connect(request)
export const listRoute: Handler = (request) => webHandlers().lists(request)
export const coverRoute: Handler = (request) => webHandlers().covers(request)
export const csvRoute: Handler = (request) => webHandlers().csv(request)
export const drawRoute: Handler = (request) => webHandlers().draws(request)
export const nonceRoute: Handler = (request) => webHandlers().nonce(request)
export const healthRoute: Handler = async (request) =>
  (await webHandlers().health(new URL(request.url).pathname)) ?? new Response(null, { status: 404 })
