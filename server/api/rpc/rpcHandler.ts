import { errorResponse } from '#server/api/apiError.ts'
import { callerPrefix, readBody, requestIdOf } from '#server/api/handlers/requestFacts.ts'
import type { ApiDeps } from '#server/api/handlers/trpcHandler.ts'
import { CairnError } from '#server/shared/errors.ts'
import { answerRpc, type RpcServer } from './jsonRpc.ts'
import { slotMethods } from './methods.ts'

const limit = { points: 1200, seconds: 60 }
const maxBodyBytes = 256 * 1024
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
  'access-control-allow-methods': 'POST, OPTIONS',
}

/** The slot's JSON-RPC under `/rpc`: reads only, so any origin may ask. */
export function createRpcHandler({ members, limiter }: ApiDeps) {
  const server: RpcServer = {
    methods: slotMethods(members),
    onFailure: (error, method) => members.log.error({ err: error, method }, 'RPC method failed'),
  }
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const headers = { ...cors, 'content-type': 'application/json', 'x-request-id': requestId }
    try {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...cors, 'access-control-max-age': '86400' } })
      if (request.method !== 'POST')
        throw new CairnError('not-found', 'JSON-RPC is answered on POST.', { meta: { field: 'method', expected: 'POST' } })
      await limiter.take('rpc', callerPrefix(request.headers), limit)
      const answer = await answerRpc(server, await readBody(request, maxBodyBytes))
      return answer === null
        ? new Response(null, { status: 204, headers: { ...cors, 'x-request-id': requestId } })
        : new Response(JSON.stringify(answer), { headers })
    } catch (error) {
      const failed = errorResponse(error, requestId)
      for (const [name, value] of Object.entries(cors)) failed.headers.set(name, value)
      return failed
    }
  }
}
