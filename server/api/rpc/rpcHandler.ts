import { errorResponse } from '#server/api/apiError.ts'
import { callerPrefix, readBody, requestIdOf } from '#server/api/handlers/requestFacts.ts'
import type { Limiter } from '#server/api/limiter.ts'
import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Log } from '#server/shared/log.ts'
import { answerRpc, type RpcAnswer, type RpcServer } from './jsonRpc.ts'
import { methodsOf, slotDefinitions } from './methods.ts'
import { openRpc } from './openRpc.ts'

export type RpcHandlerDeps = { access: SlotAccess; limiter: Limiter; log: Log; callsPerMinute: number }

const maxBodyBytes = 256 * 1024
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': 'x-request-id, retry-after',
}

/** The slot's JSON-RPC under `/rpc`, its document under `/rpc/openrpc.json`. Nothing here knows a session, so any origin may ask. */
export function createRpcHandler({ access, limiter, log, callsPerMinute }: RpcHandlerDeps) {
  const definitions = slotDefinitions(access)
  const document = JSON.stringify(openRpc(definitions, '0.1.0'))
  const server: RpcServer = {
    methods: methodsOf(definitions),
    onFailure: (error, method) => log.error({ err: error, method }, 'RPC method failed'),
  }
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const headers = { ...cors, 'content-type': 'application/json', 'x-request-id': requestId }
    try {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...cors, 'access-control-max-age': '86400' } })
      if (request.method === 'GET' && new URL(request.url).pathname === '/rpc/openrpc.json') return new Response(document, { headers })
      if (request.method !== 'POST')
        throw new CairnError('not-found', 'JSON-RPC is answered on POST.', { meta: { field: 'method', expected: 'POST' } })
      await limiter.take('rpc', callerPrefix(request.headers), { points: callsPerMinute, seconds: 60 })
      const answer = await answerRpc(server, await readBody(request, maxBodyBytes), { requestId })
      if (answer === null) return new Response(null, { status: 204, headers: { ...cors, 'x-request-id': requestId } })
      return new Response(JSON.stringify(answer), statusOf(answer, headers))
    } catch (error) {
      const failed = errorResponse(error, requestId)
      for (const [name, value] of Object.entries(cors)) failed.headers.set(name, value)
      return failed
    }
  }
}

/** A single call that must come again later is answered as HTTP says it, too: clients that know nothing of us then wait. */
function statusOf(answer: RpcAnswer | RpcAnswer[], headers: Record<string, string>): ResponseInit {
  const error = !Array.isArray(answer) && 'error' in answer ? answer.error : undefined
  if (error?.code !== -32005) return { headers }
  const { retryAfterSeconds } = error.data as { retryAfterSeconds?: number }
  return { status: 429, headers: { ...headers, 'retry-after': String(retryAfterSeconds ?? 1) } }
}
