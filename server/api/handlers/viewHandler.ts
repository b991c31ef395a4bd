import * as z from 'zod'
import { errorResponse, toPublicError } from '#server/api/apiError.ts'
import { slug } from '#server/api/fields.ts'
import { isNoVisit } from '#server/insights/views/visit.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkHost } from './authHandler.ts'
import { callerPrefix, checkOrigin, readBody, requestIdOf } from './requestFacts.ts'
import type { ApiDeps } from './trpcHandler.ts'

/** A household that looks around, and one that makes up visitors by changing names: address prefixes are not kept, so the second is bounded here. */
const limits = { minute: { points: 60, seconds: 60 }, day: { points: 1000, seconds: 86_400 } }
const maxBytes = 4096
const fields = z.strictObject({ quest: slug, referrer: z.string().max(2048).optional(), ref: z.string().max(200).optional() })

/** `POST /api/views`: a quest's page was seen (server/insights/README.md says when pages send this). Answers 204. */
export function createViewHandler({ members, limiter }: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const { headers } = request
    const requestId = requestIdOf(headers)
    try {
      if (request.method !== 'POST') throw new CairnError('not-found', 'A visit is told of by POST.')
      checkHost(headers, members.origin)
      checkOrigin(headers, members.origin, request.method)
      const ip = callerPrefix(headers)
      await limiter.take('views', ip, limits.minute)
      await limiter.take('views.day', ip, limits.day)
      const input = fields.parse(await readJson(request))
      const userAgent = (headers.get('user-agent') ?? '').slice(0, 400)
      if (!isNoVisit(userAgent, headers.get('sec-purpose') ?? '')) {
        const session = await members.getSession(headers.get('cookie'))
        await members.studio.insights.countView({ ...input, visitor: { ip, userAgent }, accountId: session?.accountId ?? null })
      }
      return new Response(null, { status: 204, headers: { 'cache-control': 'no-store', 'x-request-id': requestId } })
    } catch (error) {
      if (toPublicError(error).httpStatus >= 500) members.log.error({ err: error, requestId }, 'a visit could not be counted')
      return errorResponse(error, requestId)
    }
  }
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new CairnError('input.not-json', 'Only JSON is taken.', {
      meta: { field: 'content-type', found: type ?? 'nothing', expected: 'application/json' },
    })
  const body = await readBody(request, maxBytes)
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new CairnError('input.invalid', 'The body is not JSON.', { meta: { field: 'body', expected: 'a JSON object' }, cause })
  }
}
