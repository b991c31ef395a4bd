import type { AnyRouter } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { errorResponse, toPublicError } from '#server/api/apiError.ts'
import type { ApiContext } from '#server/api/context.ts'
import { appRouter } from '#server/api/routers/appRouter.ts'
import { CairnError } from '#server/shared/errors.ts'
import { callerPrefix, checkOrigin, readBody, requestIdOf } from './requestFacts.ts'

export const maxBodyBytes = 256 * 1024
export const maxBatch = 20

export type ApiDeps = Pick<ApiContext, 'members' | 'limiter' | 'cursors'>

/** Answers tRPC requests under `/api/trpc`: JSON only, from our origin only, bounded in size, time and calls. */
export function createTrpcHandler(deps: ApiDeps, router: AnyRouter = appRouter) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      checkOrigin(request.headers, deps.members.origin, request.method)
      const session = await deps.members.getSession(request.headers.get('cookie'))
      const context: ApiContext = { ...deps, requestId, ip: callerPrefix(request.headers), session }
      return await answer(await readRequest(request), context, router)
    } catch (error) {
      const shown = toPublicError(error)
      if (shown.httpStatus >= 500) deps.members.log.error({ err: error, requestId }, 'request failed')
      return trpcErrorResponse(error, requestId)
    }
  }
}

function answer(request: Request, context: ApiContext, router: AnyRouter) {
  const { log } = context.members
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router,
    createContext: () => context,
    allowBatching: true,
    maxBatchSize: maxBatch,
    onError({ error, path, type }) {
      const { code, httpStatus } = toPublicError(error)
      if (httpStatus >= 500) log.error({ err: error.cause ?? error, path, type, requestId: context.requestId }, 'procedure failed')
      else log.info({ code, path, type, requestId: context.requestId, accountId: context.session?.accountId }, 'procedure refused')
    },
    responseMeta({ errors }) {
      const waits = errors.map((error) => toPublicError(error).retryAfterSeconds ?? 0)
      const headers = new Headers({ 'x-request-id': context.requestId, 'cache-control': 'no-store' })
      if (Math.max(0, ...waits) > 0) headers.set('retry-after', String(Math.max(...waits)))
      return { headers }
    },
  })
}

/** The request with its body read, after what tRPC would take too kindly: forms, streams, calls without end. */
async function readRequest(request: Request): Promise<Request> {
  const calls = new URL(request.url).pathname.split(',').length
  if (calls > maxBatch)
    throw new CairnError('input.invalid', 'Too many calls in one request.', {
      meta: { field: 'batch', found: calls, expected: `at most ${maxBatch}` },
    })
  if (request.method !== 'POST') return request
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new CairnError('input.not-json', 'Only JSON is taken.', {
      meta: { field: 'content-type', found: type ?? 'nothing', expected: 'application/json' },
    })
  // A mutation without input may come without a body.
  const body = await readBody(request, maxBodyBytes)
  return new Request(request.url, { method: 'POST', headers: request.headers, body: body === '' ? 'null' : body })
}

/** An error before tRPC, in the shape that its client reads. */
async function trpcErrorResponse(error: unknown, requestId: string): Promise<Response> {
  const plain = errorResponse(error, requestId)
  const { message, ...data } = toPublicError(error)
  const body = JSON.stringify({ error: { message, code: -32600, data: { ...data, path: null, requestId } } })
  return new Response(body, { status: plain.status, headers: plain.headers })
}
