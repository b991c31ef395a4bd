import { randomUUID } from 'node:crypto'
import { addressPrefix } from '#server/api/limiter.ts'
import { CairnError } from '#server/shared/errors.ts'

const requestIdShape = /^[\w-]{8,64}$/

/** What is asked of headers here: a web request's, or a Node request's behind a function. */
export type HeaderReader = Pick<Headers, 'get'>

/** The id that follows a request to its batch: the caller's when it is well formed, else a new one. */
export function requestIdOf(headers: HeaderReader): string {
  const given = headers.get('x-request-id')
  return given !== null && requestIdShape.test(given) ? given : randomUUID()
}

/** Whom limits count: the last entry of `x-forwarded-for`, which the proxy nearest to us wrote; entries before it are the caller's own words. */
export function callerPrefix(headers: HeaderReader, socketAddress?: string): string {
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return addressPrefix(forwarded || socketAddress || 'unknown')
}

/**
 * Refuses what another site had a browser send here. Browsers name their origin on every POST; a caller without one is no browser,
 * or an old one that at least says `sec-fetch-site`.
 */
export function checkOrigin(headers: Headers, origin: string, method: string) {
  const given = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const foreign = given !== null ? given !== origin : method !== 'GET' && site !== null && site !== 'same-origin' && site !== 'none'
  if (foreign)
    throw new CairnError('origin.refused', 'This origin may not call the API.', {
      meta: { field: 'origin', found: given ?? site ?? 'nothing', expected: origin },
    })
}

export const bodyTimeoutMs = 10_000

/** The body as text; throws as `readBytes` does. */
export const readBody = async (request: Request, limit: number, timeoutMs = bodyTimeoutMs): Promise<string> =>
  new TextDecoder().decode(await readBytes(request, limit, timeoutMs))

/** The body. Throws `input.too-large` above `limit` bytes without reading on, and `input.too-slow` when it does not arrive in time. */
export async function readBytes(request: Request, limit: number, timeoutMs = bodyTimeoutMs): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limit) throw tooLarge(declared, limit)
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  let late = false
  const timer = setTimeout(() => {
    late = true
    reader.cancel('too slow').catch(() => undefined)
  }, timeoutMs)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length
      if (size > limit) {
        reader.cancel('too large').catch(() => undefined)
        throw tooLarge(size, limit)
      }
      chunks.push(part.value)
    }
  } finally {
    clearTimeout(timer)
  }
  if (late) throw tooSlow(timeoutMs)
  return Buffer.concat(chunks)
}

export const tooSlow = (timeoutMs: number) =>
  new CairnError('input.too-slow', 'The body took too long.', { meta: { field: 'body', expected: `within ${timeoutMs / 1000} s` } })

export const tooLarge = (found: number, limit: number) =>
  new CairnError('input.too-large', 'The body is too large.', {
    meta: { field: 'body', found: `${found} bytes`, expected: `at most ${limit} bytes` },
  })
