import { STATUS_CODES } from 'node:http'
import { type PublicError, toPublicError } from '#server/api/apiError.ts'

export const problemType = 'application/problem+json'

export type ProblemDetails = Omit<PublicError, 'message' | 'httpStatus'> & {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  requestId: string
}

/** Where the reference says what a code means. */
export const problemUrl = (origin: string, code: string) => `${origin}/developers#problem-${code}`

/** Anything that was thrown as problem details (RFC 9457), with the fields that our own clients read, too. */
export function problemOf(error: unknown, { origin, requestId }: { origin: string; requestId: string }): ProblemDetails {
  const { message, httpStatus: status, code, ...shown } = toPublicError(error)
  return {
    type: problemUrl(origin, code),
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    instance: `urn:cairn:request:${requestId}`,
    code,
    ...shown,
    requestId,
  }
}

export function problemResponse(problem: ProblemDetails): Response {
  const headers = new Headers({ 'content-type': problemType, 'cache-control': 'no-store' })
  if (problem.retryAfterSeconds !== null) headers.set('retry-after', String(problem.retryAfterSeconds))
  // RFC 6750: a caller is told by which scheme it may come again, and what was wrong with the key that it brought.
  if (problem.status === 401) {
    const why = problem.code === 'auth.required' ? '' : `, error="invalid_token", error_description="${problem.code}"`
    headers.set('www-authenticate', `Bearer realm="cairn"${why}`)
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
