import * as z from 'zod'
import { errorResponse, toPublicError } from '#server/api/apiError.ts'
import { slug } from '#server/api/fields.ts'
import { maxPictureBytes } from '#server/quests/covers/pictureProblem.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkHost } from './authHandler.ts'
import { callerPrefix, checkOrigin, readBytes, requestIdOf } from './requestFacts.ts'
import type { ApiDeps } from './trpcHandler.ts'

const limits = { keep: { points: 30, seconds: 600 }, read: { points: 1200, seconds: 60 } } as const
const fields = z.strictObject({ space: slug })
const size = z.strictObject({ size: z.enum(['large', 'small']).optional() })

/**
 * `POST /api/covers?space=…` with a picture as its body: kept for quests of the space, whoever may author there sends it.
 * `GET /api/covers/HASH?size=small`: the picture, for anyone and for good, since its name is its content's.
 */
export function createCoverHandler(deps: ApiDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      checkHost(request.headers, deps.members.origin)
      return request.method === 'POST' ? await keep(deps, request, requestId) : await read(deps, request)
    } catch (error) {
      if (toPublicError(error).httpStatus >= 500) deps.members.log.error({ err: error, requestId }, 'a picture could not be seen to')
      return errorResponse(error, requestId)
    }
  }
}

async function keep({ members, limiter }: ApiDeps, request: Request, requestId: string): Promise<Response> {
  checkOrigin(request.headers, members.origin, request.method)
  const session = await members.getSession(request.headers.get('cookie'))
  if (!session) throw new CairnError('auth.required', 'Sign in first.')
  const { accountId } = session
  await limiter.take('covers', `${accountId}|${callerPrefix(request.headers)}`, limits.keep)
  const { space } = fields.parse(Object.fromEntries(new URL(request.url).searchParams))
  // What it is called decides nothing; a form of another site could not send this type without being asked about first.
  const type = request.headers.get('content-type') ?? 'nothing'
  if (!/^(image\/[\w.+-]+|application\/octet-stream)$/.test(type))
    throw new CairnError('input.invalid', 'Only pictures are taken.', {
      meta: { field: 'content-type', found: type.slice(0, 80), expected: 'image/jpeg, image/png or image/webp' },
    })
  const { id: spaceId } = await members.studio.enter({ slug: space, accountId, right: 'author' })
  const bytes = await readBytes(request, maxPictureBytes, 60_000)
  const kept = await members.studio.covers.keep({ spaceId, accountId, bytes })
  return Response.json(kept, { headers: { 'cache-control': 'no-store', 'x-request-id': requestId } })
}

async function read({ members, limiter }: ApiDeps, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const [, hash] = /^\/api\/covers\/([0-9a-f]{64})$/.exec(pathname) ?? []
  const { size: which = 'large' } = size.parse(Object.fromEntries(searchParams))
  if (hash === undefined) throw noSuchPicture(pathname)
  const etag = `"${hash.slice(0, 32)}-${which}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  }
  // A name is its content's, so whoever knows the one has the other.
  if (request.headers.get('if-none-match')?.replace(/^W\//, '') === etag) return new Response(null, { status: 304, headers })
  await limiter.take('coversRead', callerPrefix(request.headers), limits.read)
  const bytes = await members.studio.covers.read(hash, which)
  if (!bytes) throw noSuchPicture(pathname)
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'content-type': 'image/webp', 'content-length': String(bytes.length) },
  })
}

const noSuchPicture = (path: string) =>
  new CairnError('not-found', 'There is no such picture.', { meta: { field: 'path', found: path.slice(0, 100) } })
