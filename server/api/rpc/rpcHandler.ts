import type { IncomingMessage } from 'node:http'
import { errorResponse } from '#server/api/apiError.ts'
import { callerPrefix, requestIdOf } from '#server/api/handlers/requestFacts.ts'
import type { Limiter } from '#server/api/limiter.ts'
import { type Reply, readNodeBody } from '#server/api/nodeHttp.ts'
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
  return async (request: IncomingMessage): Promise<Reply> => {
    const from = { get: (name: string) => [request.headers[name] ?? null].flat()[0] ?? null }
    const requestId = requestIdOf(from)
    const headers = { ...cors, 'content-type': 'application/json', 'x-request-id': requestId }
    try {
      if (request.method === 'OPTIONS') return reply(null, { status: 204, headers: { ...cors, 'access-control-max-age': '86400' } })
      if (request.method === 'GET' && request.url?.split('?')[0] === '/rpc/openrpc.json') return reply(document, { headers })
      if (request.method !== 'POST')
        throw new CairnError('not-found', 'JSON-RPC is answered on POST.', { meta: { field: 'method', expected: 'POST' } })
      await limiter.take('rpc', callerPrefix(from, request.socket.remoteAddress), { points: callsPerMinute, seconds: 60 })
      const answer = await answerRpc(server, await readNodeBody(request, maxBodyBytes), { requestId })
      if (answer === null) return reply(null, { status: 204, headers: { ...cors, 'x-request-id': requestId } })
      return reply(JSON.stringify(answer), statusOf(answer, headers))
    } catch (error) {
      const failed = errorResponse(error, requestId)
      return reply(await failed.text(), { status: failed.status, headers: { ...Object.fromEntries(failed.headers), ...cors } })
    }
  }
}

type Head = { status?: number; headers: Record<string, string> }
const reply = (body: string | null, { status = 200, headers }: Head): Reply => ({ status, headers, body: body ?? '' })

/** A single call that must come again later is answered as HTTP says it, too: clients that know nothing of us then wait. */
function statusOf(answer: RpcAnswer | RpcAnswer[], headers: Record<string, string>): Head {
  const error = !Array.isArray(answer) && 'error' in answer ? answer.error : undefined
  if (error?.code !== -32005) return { headers }
  const { retryAfterSeconds } = error.data as { retryAfterSeconds?: number }
  return { status: 429, headers: { ...headers, 'retry-after': String(retryAfterSeconds ?? 1) } }
}
