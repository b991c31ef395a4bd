import { errorResponse } from '#server/api/apiError.ts'
import { callerPrefix, requestIdOf } from '#server/api/handlers/requestFacts.ts'
import type { ApiDeps } from '#server/api/handlers/trpcHandler.ts'
import { CairnError } from '#server/shared/errors.ts'
import { restRoutes } from './routes.ts'

const limit = { points: 600, seconds: 60 }
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, OPTIONS',
  'access-control-expose-headers': 'x-request-id, retry-after',
}

/** The public API under `/v1`: JSON, GET only, for any origin and without cookies, so nothing in it is anybody's own. */
export function createRestHandler(deps: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const response = await answer(deps, request, requestId).catch((error: unknown) => {
      const failed = errorResponse(error, requestId)
      if (failed.status >= 500) deps.members.log.error({ err: error, requestId }, 'REST request failed')
      return failed
    })
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value)
    response.headers.set('x-request-id', requestId)
    return response
  }
}

async function answer(deps: ApiDeps, request: Request, requestId: string): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { 'access-control-max-age': '86400' } })
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodRefused(requestId)
  await deps.limiter.take('rest', callerPrefix(request.headers), limit)
  const url = new URL(request.url)
  for (const { pattern, read } of restRoutes) {
    const match = pattern.exec(url.pathname)
    if (!match) continue
    const body = await read(deps, { params: match.slice(1).map(decodePart), query: queryFields(url.searchParams) })
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=2' } })
  }
  throw new CairnError('not-found', 'There is nothing here.', { meta: { field: 'path', found: url.pathname.slice(0, 100) } })
}

function methodRefused(requestId: string): Response {
  const refused = errorResponse(
    new CairnError('input.invalid', 'Only GET is answered here.', { meta: { field: 'method', expected: 'GET' } }),
    requestId,
  )
  return new Response(refused.body, { status: 405, headers: { ...Object.fromEntries(refused.headers), allow: 'GET, HEAD, OPTIONS' } })
}

function queryFields(params: URLSearchParams): Record<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of params) {
    if (fields.has(name))
      throw new CairnError('input.invalid', `${name.slice(0, 40)} comes twice.`, { meta: { field: name.slice(0, 40), expected: 'once' } })
    fields.set(name, value)
  }
  return Object.fromEntries(fields)
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (cause) {
    throw new CairnError('input.invalid', 'The path has a broken escape.', { meta: { field: 'path', found: part.slice(0, 80) }, cause })
  }
}
