import type { CredentialRecord, QuestDetail } from '#app/_data/views.ts'
import { isLocale, type Locale } from '#app/_ui/locale.ts'
import { errorResponse, toPublicError } from '#server/api/apiError.ts'
import { requestIdOf } from '#server/api/handlers/requestFacts.ts'
import type { Limiter } from '#server/api/limiter.ts'
import type { SharedMember } from './cardContent.ts'
import type { KeptPictures, Picture } from './keptPictures.ts'

/** What other sites show is made of: nothing in it depends on who asks. */
export type ShareDeps = {
  record(index: number): Promise<CredentialRecord | null>
  member(name: string): Promise<SharedMember | null>
  quest(slug: string): Promise<QuestDetail | null>
  pictures: KeptPictures
  limiter: Limiter
  /** Of the site, from configuration. */
  origin: string
  /** Milliseconds. */
  now(): number
  failed(error: unknown, requestId: string): void
}

/** `name`: the last part of the path, decoded; empty when it cannot be. */
export type Asked = { name: string; locale: Locale; search: URLSearchParams; headers: Headers }

/** `seconds`: how long anyone may keep it. `tag`: changes with the content. */
export type Shared = { body: string | Picture; type: string; policy: string; seconds: number; tag: string; status?: number }

/** A route that anyone may show anywhere. It reads no cookie and sets none; without an answer there is no such thing. */
export const shareRoute =
  (deps: ShareDeps, answer: (asked: Asked) => Promise<Shared | null>) =>
  async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      const shared = await answer(readRequest(request))
      return shared ? respond(request, shared) : nothing()
    } catch (error) {
      if (toPublicError(error).httpStatus >= 500) deps.failed(error, requestId)
      return errorResponse(error, requestId)
    }
  }

function readRequest(request: Request): Asked {
  const { pathname, searchParams: search } = new URL(request.url)
  const asked = search.get('lang')
  return { name: decoded(pathname.split('/').at(-1) ?? ''), locale: isLocale(asked) ? asked : 'en', search, headers: request.headers }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Not what an encoder wrote: it names nothing.
    return ''
  }
}

/** The number that a file is called by; null for everything else. */
export function indexOf(name: string, extension: '' | '.svg' | '.png'): number | null {
  const digits = name.endsWith(extension) ? name.slice(0, name.length - extension.length) : ''
  const index = /^(?:0|[1-9]\d{0,9})$/.test(digits) ? Number(digits) : null
  return index !== null && index < 2 ** 32 ? index : null
}

/** Longer than this nothing is kept by anyone: names of contents are kept for good. */
export const forGood = 31_536_000

function respond(request: Request, { body, type, policy, seconds, tag, status = 200 }: Shared): Response {
  const etag = `"${tag}"`
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'cache-control':
      seconds === forGood ? `public, max-age=${seconds}, immutable` : `public, max-age=${seconds}, stale-while-revalidate=3600`,
    'cross-origin-resource-policy': 'cross-origin',
    etag,
  }
  const known = request.headers.get('if-none-match')?.replace(/^W\//, '') === etag
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { status, headers })
}

const nothing = () =>
  new Response('There is no such thing here.\n', {
    status: 404,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'public, max-age=30',
    },
  })
