import * as z from 'zod'
import { errorResponse, toPublicError } from '#server/api/apiError.ts'
import { slug, uuid } from '#server/api/fields.ts'
import { maxListBytes } from '#server/quests/lists/uploadList.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkHost } from './authHandler.ts'
import { callerPrefix, checkOrigin, readBody, requestIdOf } from './requestFacts.ts'
import type { ApiDeps } from './trpcHandler.ts'

const limit = { points: 10, seconds: 60 }
/** `broken=skip`: rows that do not hold are passed over; without it they are all named, and nothing is kept. */
const fields = z.strictObject({
  name: z.string().min(1).max(80),
  by: z.enum(['evm', 'solana', 'handle']),
  space: slug.optional(),
  broken: z.enum(['refuse', 'skip']).default('refuse'),
  replaces: uuid.optional(),
})

/** `POST /api/lists?name=…&by=evm`: a list as a CSV file, for a space of the member's. */
export function createListHandler({ members, limiter }: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      if (request.method !== 'POST') throw new CairnError('not-found', 'A list is sent by POST.')
      checkHost(request.headers, members.origin)
      checkOrigin(request.headers, members.origin, request.method)
      const session = await members.getSession(request.headers.get('cookie'))
      if (!session) throw new CairnError('auth.required', 'Sign in first.')
      await limiter.take('lists', `${session.accountId}|${callerPrefix(request.headers)}`, limit)
      const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
      if (type !== 'text/csv')
        throw new CairnError('input.invalid', 'Only CSV is taken.', {
          meta: { field: 'content-type', found: type ?? 'nothing', expected: 'text/csv' },
        })
      const { broken, ...input } = fields.parse(Object.fromEntries(new URL(request.url).searchParams))
      const csv = await readBody(request, maxListBytes, 60_000)
      const list = await members.spaces.uploadList({ accountId: session.accountId, ...input, skipBroken: broken === 'skip', csv })
      return new Response(JSON.stringify(list), {
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-request-id': requestId },
      })
    } catch (error) {
      if (toPublicError(error).httpStatus >= 500) members.log.error({ err: error, requestId }, 'a list could not be kept')
      return errorResponse(error, requestId)
    }
  }
}
