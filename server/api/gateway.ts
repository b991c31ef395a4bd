import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Counter, Gauge, type Registry } from 'prom-client'
import { CairnError } from '#server/shared/errors.ts'
import { errorResponse } from './apiError.ts'
import { createEventHub, type EventSource } from './eventHub.ts'
import { createHealthHandler } from './handlers/healthHandler.ts'
import type { ApiDeps } from './handlers/trpcHandler.ts'
import { createBoundedServer, sendWebResponse, toWebRequest } from './nodeHttp.ts'
import { createRestHandler } from './public/restHandler.ts'
import { createSseHandler } from './sseHandler.ts'
import { createSubscriptionCounter } from './subscriptions.ts'

export type GatewayDeps = ApiDeps & { source: EventSource; metrics: Registry; ready(): Promise<boolean>; stopped: AbortSignal }

/** The gateway: pushed events under `/sse`, REST under `/v1`, health. One plain server, not yet listening. */
export function createGateway(deps: GatewayDeps): Server {
  const subscriptions = createSubscriptionCounter()
  const count = countRequests(deps.metrics, subscriptions.open)
  const hub = createEventHub(deps.source, { stopped: deps.stopped, log: deps.members.log })
  const sse = createSseHandler({ ...deps, stream: { hub, stopped: deps.stopped }, subscriptions })
  const rest = createRestHandler(deps)
  const health = createHealthHandler(deps)

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const surface = path.split('/')[1] ?? ''
    count(surface)
    if (surface === 'sse') return sse(request, response)
    if (surface === 'v1') return sendWebResponse(request, response, await rest(toWebRequest(request)))
    return sendWebResponse(
      request,
      response,
      (await health(path)) ?? errorResponse(new CairnError('not-found', 'There is nothing here.'), ''),
    )
  }
  return createBoundedServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      deps.members.log.error({ err: error, path: request.url?.slice(0, 200) }, 'gateway request failed')
      response.destroy()
    })
  })
}

function countRequests(metrics: Registry, openSubscriptions: () => number) {
  const requests = new Counter({
    name: 'cairn_gateway_requests_total',
    help: 'Requests by surface',
    labelNames: ['surface'],
    registers: [metrics],
  })
  new Gauge({
    name: 'cairn_gateway_subscriptions',
    help: 'Open subscriptions',
    registers: [metrics],
    collect() {
      this.set(openSubscriptions())
    },
  })
  return (surface: string) => requests.inc({ surface: ['sse', 'v1'].includes(surface) ? surface : 'other' })
}
