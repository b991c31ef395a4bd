import type { IncomingMessage, ServerResponse } from 'node:http'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { CairnError } from '#server/shared/errors.ts'
import { errorResponse, toPublicError } from './apiError.ts'
import type { ApiContext, EventStream } from './context.ts'
import { callerPrefix, checkOrigin, requestIdOf } from './handlers/requestFacts.ts'
import type { ApiDeps } from './handlers/trpcHandler.ts'
import { sendWebResponse, toHeaders } from './nodeHttp.ts'
import { onEventInput, requireOwnTopics } from './routers/events/onEvent.ts'
import { gatewayRouter } from './routers/gatewayRouter.ts'
import type { SubscriptionCounter } from './subscriptions.ts'

export type SseDeps = ApiDeps & { stream: EventStream; subscriptions: SubscriptionCounter }

/**
 * Subscriptions under `/sse/events.onEvent`. tRPC begins a stream with 200 before a procedure can refuse, so everything that may be refused
 * is looked at here first and gets a status.
 */
export function createSseHandler(deps: SseDeps) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const headers = toHeaders(request)
    const requestId = requestIdOf(headers)
    try {
      const context = await admit(deps, request, response, { headers, requestId })
      await nodeHTTPRequestHandler({
        req: request,
        res: response,
        path: 'events.onEvent',
        router: gatewayRouter,
        allowBatching: false,
        createContext: async () => context,
        onError({ error }) {
          const { code, httpStatus } = toPublicError(error)
          if (httpStatus >= 500) deps.members.log.error({ err: error.cause ?? error, requestId }, 'subscription failed')
          else deps.members.log.info({ code, requestId }, 'subscription refused')
        },
        responseMeta: () => ({ headers: { 'x-accel-buffering': 'no', 'x-request-id': requestId } }),
      })
    } catch (error) {
      const failed = errorResponse(error, requestId)
      if (failed.status >= 500) deps.members.log.error({ err: error, requestId }, 'subscription failed')
      if (!response.headersSent) await sendWebResponse(request, response, failed)
      else response.destroy()
    }
  }
}

/** The context of a caller who may subscribe. The place is given back when the connection closes. */
async function admit(
  deps: SseDeps,
  request: IncomingMessage,
  response: ServerResponse,
  { headers, requestId }: { headers: Headers; requestId: string },
): Promise<ApiContext> {
  const url = new URL(request.url ?? '/', 'http://gateway.internal')
  if (url.pathname !== '/sse/events.onEvent' || request.method !== 'GET')
    throw new CairnError('not-found', 'There is no such subscription.', { meta: { field: 'path', found: url.pathname.slice(0, 100) } })
  checkOrigin(headers, deps.members.origin, 'GET')
  const session = await deps.members.getSession(headers.get('cookie'))
  const ip = callerPrefix(headers, request.socket.remoteAddress)
  const { topics } = onEventInput.parse(readInput(url.searchParams.get('input')))
  requireOwnTopics(topics, session)
  const leave = deps.subscriptions.enter(session ? `account:${session.accountId}` : `address:${ip}`)
  if (response.destroyed) leave()
  else response.once('close', leave)
  return { ...deps, requestId, ip, session, stream: deps.stream }
}

function readInput(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch (cause) {
    throw new CairnError('input.invalid', 'The input is not JSON.', { meta: { field: 'input', expected: 'JSON' }, cause })
  }
}
