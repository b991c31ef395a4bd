import type { IncomingHttpHeaders } from 'node:http'
import type { NextApiRequest, NextApiResponse } from 'next'
import imported from 'next-auth'
import { errorResponse } from '#server/api/apiError.ts'
import type { Limiter } from '#server/api/limiter.ts'
import { cookieNames, parseCookies, readSessionToken } from '#server/auth/cookies.ts'
import { maxTextBytes } from '#server/auth/signInText.ts'
import type { Members } from '#server/compose/members.ts'
import { CairnError } from '#server/shared/errors.ts'
import { callerPrefix, checkOrigin, readBody, requestIdOf } from './requestFacts.ts'

// Node gives a CommonJS module as the default import itself, bundlers give its `default`.
const nextAuth = 'default' in imported ? (imported.default as typeof imported) : imported

const maxBodyBytes = 32 * 1024
const actions: Record<string, readonly string[]> = {
  GET: ['providers', 'session', 'csrf', 'error', 'signin'],
  POST: ['callback', 'signout'],
}
const limits = { callback: { points: 120, seconds: 60 }, other: { points: 600, seconds: 60 } }

export type AuthHandlerDeps = { members: Members; limiter: Limiter }

/**
 * next-auth under `/api/auth`, behind what it does not look at itself: host, origin, size and shape of the body, number of cookies, rate.
 * Only the actions that we use exist.
 */
export function createAuthHandler({ members, limiter }: AuthHandlerDeps) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      const url = new URL(request.url)
      const [action = '', provider] = url.pathname.replace(/^\/api\/auth\//, '').split('/')
      if (!actions[request.method]?.includes(action))
        throw new CairnError('not-found', 'There is no such action.', { meta: { field: 'action', found: action } })
      checkHost(request.headers, members.origin)
      checkOrigin(request.headers, members.origin, request.method)
      const isCallback = action === 'callback'
      await limiter.take(
        `auth.${isCallback ? 'callback' : 'other'}`,
        callerPrefix(request.headers),
        isCallback ? limits.callback : limits.other,
      )
      const cookies = parseCookies(request.headers.get('cookie'))
      readSessionToken(cookies, cookieNames(members.origin).session)
      const body = request.method === 'POST' ? await readFields(request) : {}
      const response = await callNextAuth(members, {
        method: request.method,
        query: { ...Object.fromEntries(url.searchParams), nextauth: provider === undefined ? [action] : [action, provider] },
        body,
        cookies: Object.fromEntries([...cookies].map(([name, value]) => [name, decode(value)])),
        headers: { ...Object.fromEntries(request.headers), host: new URL(members.origin).host },
      })
      response.headers.set('x-request-id', requestId)
      response.headers.set('cache-control', 'no-store')
      return response
    } catch (error) {
      return errorResponse(error, requestId)
    }
  }
}

/** A request under another name than ours is refused: no text may be bound to a name that the sender chose. */
export function checkHost(headers: Headers, origin: string) {
  const found = headers.get('host')
  const { host } = new URL(origin)
  if (found !== host)
    throw new CairnError('input.invalid', 'This is not our host name.', {
      meta: { field: 'host', found: found ?? 'nothing', expected: host },
    })
}

/** The fields of a form or JSON body, all of them texts. Throws `input.invalid`, `input.too-large`, `input.not-json`. */
async function readFields(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const text = await readBody(request, maxBodyBytes)
  const raw =
    type === 'application/json'
      ? parseObject(text)
      : type === 'application/x-www-form-urlencoded'
        ? Object.fromEntries(new URLSearchParams(text))
        : null
  if (!raw)
    throw new CairnError('input.not-json', 'A form or JSON is expected.', { meta: { field: 'content-type', found: type ?? 'nothing' } })
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value !== 'string')
      throw new CairnError('input.invalid', `${name.slice(0, 40)} must be text.`, {
        meta: { field: name.slice(0, 40), found: typeof value, expected: 'string' },
      })
    fields[name] = value
  }
  // Base64 of the signed bytes is a third longer than the text it holds.
  if ((fields.message?.length ?? 0) > (new URL(request.url).pathname.endsWith('/siws') ? Math.ceil(maxTextBytes / 3) * 4 : maxTextBytes))
    throw new CairnError('input.too-large', 'The message is too large.', {
      meta: { field: 'message', found: fields.message?.length, expected: `at most ${maxTextBytes} bytes` },
    })
  return fields
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (cause) {
    throw new CairnError('input.invalid', 'The body is not JSON.', { meta: { field: 'body', expected: 'a JSON object' }, cause })
  }
  throw new CairnError('input.invalid', 'The body is not a JSON object.', { meta: { field: 'body', expected: 'a JSON object' } })
}

function decode(value: string) {
  try {
    return decodeURIComponent(value)
  } catch {
    // A broken escape is nothing of ours: next-auth gets it as it is and refuses it.
    return value
  }
}

type Call = {
  method: string
  query: Record<string, string | string[]>
  body: Record<string, string>
  cookies: Record<string, string>
  headers: IncomingHttpHeaders
}

/** Calls next-auth through the interface of its Pages handler, which reads nothing but what it is handed. */
async function callNextAuth(members: Members, call: Call): Promise<Response> {
  const headers = new Headers()
  const cookies: string[] = []
  let status = 200
  let body: string | null = null
  const response = {
    status(code: number) {
      status = code
      return response
    },
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? [...cookies] : (headers.get(name) ?? undefined)),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === 'set-cookie') cookies.splice(0, cookies.length, ...[value].flat())
      else headers.set(name, [value].flat().join(', '))
      return response
    },
    json(value: unknown) {
      headers.set('content-type', 'application/json')
      body = JSON.stringify(value)
    },
    send(value: unknown) {
      body = value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)
    },
    end: () => undefined,
  }
  await nextAuth(call as unknown as NextApiRequest, response as unknown as NextApiResponse, { ...members.authOptions })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(body, { status, headers })
}
