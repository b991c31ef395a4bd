import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { Counter, Gauge, type Registry } from 'prom-client'
import { toCairnError } from '#server/shared/errors.ts'
import { errorResponse, toPublicError, toTrpcError } from './apiError.ts'
import type { ApiContext } from './context.ts'
import type { EventSource } from './eventHub.ts'
import { createHealthHandler } from './handlers/healthHandler.ts'
import { callerPrefix, checkOrigin, requestIdOf } from './handlers/requestFacts.ts'
import type { ApiDeps } from './handlers/trpcHandler.ts'
import { createBoundedServer, sendWebResponse, toWebRequest } from './nodeHttp.ts'
import { createRestHandler } from './public/restHandler.ts'
import { gatewayRouter } from './routers/gatewayRouter.ts'
import { createRpcHandler } from './rpc/rpcHandler.ts'
import { createStream } from './subscriptions.ts'

export type GatewayDeps = ApiDeps & { source: EventSource; metrics: Registry; ready(): Promise<boolean>; stopped: AbortSignal }

/** The gateway: pushed events under `/sse`, REST under `/v1`, slot JSON-RPC under `/rpc`, health. One plain server, not yet listening. */
export function createGateway(deps: GatewayDeps): Server {
  const stream = createStream(deps.source, deps.stopped)
  const requests = new Counter({
    name: 'cairn_gateway_requests_total',
    help: 'Requests by surface',
    labelNames: ['surface'],
    registers: [deps.metrics],
  })
  new Gauge({
    name: 'cairn_gateway_subscriptions',
    help: 'Open subscriptions',
    registers: [deps.metrics],
    collect() {
      this.set(stream.open())
    },
  })
  const handlers = { v1: createRestHandler(deps), rpc: createRpcHandler(deps), health: createHealthHandler(deps) }
  const sse = sseHandler(deps, stream)

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const surface = path.split('/')[1] ?? ''
    requests.inc({ surface: ['sse', 'v1', 'rpc'].includes(surface) ? surface : 'other' })
    if (surface === 'sse') return sse(request, response)
    if (surface === 'v1') return sendWebResponse(request, response, await handlers.v1(toWebRequest(request)))
    if (path === '/rpc') return sendWebResponse(request, response, await handlers.rpc(toWebRequest(request)))
    const health = await handlers.health(path)
    return sendWebResponse(
      request,
      response,
      health ?? new Response('{"error":{"code":"not-found"}}', { status: 404, headers: { 'content-type': 'application/json' } }),
    )
  }
  return createBoundedServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      deps.members.log.error({ err: error, path: request.url?.slice(0, 200) }, 'gateway request failed')
      if (!response.headersSent) sendWebResponse(request, response, errorResponse(error, 'unknown')).catch(() => response.destroy())
      else response.destroy()
    })
  })
}

/** Subscriptions only: what answers once is the web process's work. */
function sseHandler(deps: GatewayDeps, stream: ReturnType<typeof createStream>) {
  return createHTTPHandler({
    router: gatewayRouter,
    basePath: '/sse/',
    allowBatching: false,
    maxBodySize: 4096,
    async createContext({ req }): Promise<ApiContext> {
      const headers = toHeaders(req)
      try {
        checkOrigin(headers, deps.members.origin, req.method ?? 'GET')
        const session = await deps.members.getSession(headers.get('cookie'))
        return { ...deps, requestId: requestIdOf(headers), ip: callerPrefix(headers, req.socket.remoteAddress), session, stream }
      } catch (error) {
        throw toTrpcError(toCairnError(error))
      }
    },
    onError({ error, path }) {
      const { code, httpStatus } = toPublicError(error)
      if (httpStatus >= 500) deps.members.log.error({ err: error.cause ?? error, path }, 'subscription failed')
      else deps.members.log.info({ code, path }, 'subscription refused')
    },
    responseMeta: ({ errors }) => {
      const wait = Math.max(0, ...errors.map((error) => toPublicError(error).retryAfterSeconds ?? 0))
      return { headers: { 'x-accel-buffering': 'no', ...(wait > 0 ? { 'retry-after': String(wait) } : {}) } }
    },
  })
}

function toHeaders(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) for (const item of [value ?? []].flat()) headers.append(name, item)
  return headers
}
