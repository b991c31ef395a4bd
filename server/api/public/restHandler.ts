import { createHash } from 'node:crypto'
import { callerPrefix, requestIdOf } from '#server/api/handlers/requestFacts.ts'
import type { ApiDeps } from '#server/api/handlers/trpcHandler.ts'
import type { Limit, LimitState } from '#server/api/limiter.ts'
import { CairnError } from '#server/shared/errors.ts'
import { enterByKey } from '#server/spaces/keys/enterByKey.ts'
import { createMatcher, type Match, queryFields } from './matchRoute.ts'
import { openApiJson } from './openApi.ts'
import { problemOf, problemResponse } from './problem.ts'
import { readRestBody } from './restBody.ts'
import type { RawCall, RestRoute } from './route.ts'
import { restRoutes } from './routes.ts'

/** By household without a key, by key with one. Households of many keys have a bound, too: looking keys up is work. */
export const restLimits = {
  anyone: { points: 600, seconds: 60 },
  household: { points: 3000, seconds: 60 },
  key: { points: 600, seconds: 60 },
  writes: { points: 60, seconds: 60 },
} as const satisfies Record<string, Limit>

const shown = 'x-request-id, retry-after, ratelimit, ratelimit-policy, etag'
const matchRoute = createMatcher(restRoutes)
const documentPath = '/v1/openapi.json'

/**
 * The REST API under `/v1`. Public reads are for any origin; what takes a key is for no page: a key in a browser is a key for everybody. Cookies are never
 * looked at, so nothing here can be done in a member's name by another site.
 */
export function createRestHandler(deps: ApiDeps) {
  const { origin, log } = deps.members
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const { pathname } = new URL(request.url)
    const headers = new Headers({ 'x-request-id': requestId, 'x-content-type-options': 'nosniff' })
    const response = await answer(deps, request, { requestId, headers, pathname }).catch((error: unknown) => {
      const problem = problemOf(error, { origin, requestId })
      if (problem.status >= 500) log.error({ err: error, requestId }, 'REST request failed')
      else log.info({ code: problem.code, path: pathname.slice(0, 200), requestId }, 'REST request refused')
      return problemResponse(problem)
    })
    for (const [name, value] of headers) response.headers.set(name, value)
    return response
  }
}

/** What goes along with one request. `headers`: what its answer carries whatever it is. */
type Asked = { requestId: string; headers: Headers; pathname: string }

async function answer(deps: ApiDeps, request: Request, asked: Asked): Promise<Response> {
  const { headers, pathname } = asked
  const match = pathname === documentPath ? null : matchRoute(pathname)
  const open = match === null || match.routes.some(({ scope }) => scope === null)
  if (open) {
    headers.set('access-control-allow-origin', '*')
    headers.set('access-control-expose-headers', shown)
  }
  if (match === null && pathname !== documentPath)
    throw new CairnError('not-found', 'There is nothing here.', { meta: { field: 'path', found: pathname.slice(0, 100) } })
  const known = new Set<string>(match === null ? ['GET'] : match.routes.map(({ method }) => method))
  const allowed = [...known, ...(known.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  if (request.method === 'OPTIONS') return preflight(allowed, open)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const route = match?.routes.find((one) => one.method === method)
  if (route && match) return run(deps, request, { ...asked, route, match })
  if (match === null && method === 'GET') {
    await limited(deps, headers, { name: 'anyone', key: callerPrefix(request.headers), limit: restLimits.anyone })
    return jsonResponse(request, { status: 200, body: openApiJson(deps.members.origin), cache: 'public, max-age=300' })
  }
  const refused = new CairnError('input.invalid', 'This method is not for this path.', {
    meta: { field: 'method', found: request.method.slice(0, 20), expected: allowed },
  })
  const problem = {
    ...problemOf(refused, { origin: deps.members.origin, requestId: asked.requestId }),
    title: 'Method Not Allowed',
    status: 405,
  }
  headers.set('allow', allowed)
  return problemResponse(problem)
}

type Found = Asked & { route: RestRoute; match: Match }

async function run(deps: ApiDeps, request: Request, { requestId, headers, route, match }: Found): Promise<Response> {
  const { members, cursors } = deps
  const raw = async (): Promise<RawCall> => ({
    params: match.params,
    query: queryFields(new URL(request.url).searchParams),
    body: route.method === 'GET' ? undefined : await readRestBody(request, route.body),
  })
  const household = callerPrefix(request.headers)
  if (route.scope === null) {
    await limited(deps, headers, { name: 'anyone', key: household, limit: restLimits.anyone })
    const body = JSON.stringify(await route.call({ members, cursors, requestId }, await raw()))
    return jsonResponse(request, { status: 200, body, cache: 'public, max-age=2' })
  }
  await deps.limiter.take('rest.household', household, restLimits.household)
  const found = await members.studio.keys.find(bearerOf(request.headers))
  const { id } = found.key
  await limited(deps, headers, { name: 'key', key: id, limit: restLimits.key })
  if (route.method !== 'GET') await limited(deps, headers, { name: 'writes', key: id, limit: restLimits.writes })
  if (route.limit !== null) await limited(deps, headers, { name: route.id, key: id, limit: route.limit })
  const caller = enterByKey(found, { slug: match.params.space ?? '', scope: route.scope })
  const body = JSON.stringify(await route.call({ members, cursors, requestId, caller }, await raw()))
  if (route.method !== 'GET') members.log.info({ requestId, route: route.id, keyId: id, accountId: caller.accountId }, 'REST change')
  return jsonResponse(request, { status: route.status, body, cache: 'private, no-cache' })
}

/** The key of `authorization: Bearer …` (RFC 6750). Keys in an address are not taken: addresses are written into logs. */
function bearerOf(headers: Headers): string {
  const given = headers.get('authorization')
  const key = given === null ? undefined : /^Bearer ([\w.~+/=-]{1,200})$/i.exec(given)?.[1]
  if (key !== undefined) return key
  throw new CairnError('auth.required', 'A key of the space is asked for.', {
    meta: { field: 'authorization', found: given === null ? 'nothing' : 'another scheme', expected: 'Bearer and a key' },
  })
}

type Counted = { name: string; key: string; limit: Limit }

/** Counts a call, and says so as the IETF's draft on RateLimit headers has it: of several limits, the last one counted. */
async function limited({ limiter }: ApiDeps, headers: Headers, { name, key, limit }: Counted): Promise<void> {
  const say = ({ remaining, resetSeconds }: LimitState) => {
    headers.set('ratelimit-policy', `"${name}";q=${limit.points};w=${limit.seconds}`)
    headers.set('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`)
  }
  try {
    say((await limiter.take(`rest.${name}`, key, limit)) ?? { remaining: limit.points, resetSeconds: limit.seconds })
  } catch (error) {
    const wait = error instanceof CairnError ? error.meta.retryAfterSeconds : undefined
    if (typeof wait === 'number') say({ remaining: 0, resetSeconds: wait })
    throw error
  }
}

/** JSON with a strong validator: who has these bytes already gets none of them again. */
function jsonResponse(request: Request, { status, body, cache }: { status: number; body: string; cache: string }): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': cache })
  if (status !== 200 || (request.method !== 'GET' && request.method !== 'HEAD'))
    return new Response(body, { status, headers: { ...Object.fromEntries(headers), 'cache-control': 'no-store' } })
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  headers.set('etag', etag)
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status, headers })
}

function preflight(allowed: string, open: boolean): Response {
  const cors = open ? { 'access-control-allow-methods': 'GET, HEAD, OPTIONS', 'access-control-max-age': '86400' } : {}
  return new Response(null, { status: 204, headers: { allow: allowed, ...cors } })
}
