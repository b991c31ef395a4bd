import { TRPCError } from '@trpc/server'
import * as z from 'zod'
import { type CairnError, type ErrorCode, errorStatus, isCairnError } from '#server/shared/errors.ts'

/** What an error shows: a stable code and the field, what was found and what is expected. Never a stack, a query or a path of the machine. */
export type PublicError = {
  code: ErrorCode
  message: string
  httpStatus: number
  field: string | null
  found: string | null
  expected: string | null
  retryAfterSeconds: number | null
  /** What is there now, where the caller knew something older. */
  current?: unknown
  /** All that is wrong, where many things may be at once; and how many there are, when not all are named. */
  problems?: readonly unknown[]
  problemCount?: number
}

const trpcCodes = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  502: 'BAD_GATEWAY',
  503: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<number, TRPCError['code']>

/** A CairnError as tRPC throws it, so that the HTTP status follows from the code. */
export const toTrpcError = (error: CairnError) =>
  new TRPCError({ code: trpcCodes[errorStatus[error.code]], message: error.message, cause: error })

/** The public face of anything that was thrown. What was not raised on purpose becomes `internal` without a detail: those are in the log. */
export function toPublicError(error: unknown): PublicError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  if (isCairnError(cause)) return ofCairnError(cause)
  if (cause instanceof z.ZodError) return ofInput(cause)
  if (error instanceof TRPCError) return ofTrpc(error)
  return plain('internal', 'Something went wrong on our side.')
}

function ofCairnError({ code, message, meta }: CairnError): PublicError {
  const shown = code === 'internal' || code === 'config.invalid' ? plain(code, 'Something went wrong on our side.') : plain(code, message)
  if (shown.httpStatus >= 500 && code !== 'chain.unreachable') return shown
  const retry = typeof meta.retryAfterSeconds === 'number' ? meta.retryAfterSeconds : null
  return {
    ...shown,
    field: meta.field ?? null,
    found: shortly(meta.found),
    expected: shortly(meta.expected),
    retryAfterSeconds: retry,
    ...(meta.current === undefined ? {} : { current: meta.current }),
    ...(Array.isArray(meta.problems) ? { problems: meta.problems, problemCount: Number(meta.problemCount ?? meta.problems.length) } : {}),
  }
}

function ofInput(error: z.ZodError): PublicError {
  const issue = error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].map(String).join('.')
  return {
    ...plain('input.invalid', 'The input does not hold.'),
    field: path === '' ? 'input' : path.slice(0, 200),
    found: unknown === undefined ? null : 'a field that is not known',
    expected: shortly(issue?.message),
  }
}

function ofTrpc(error: TRPCError): PublicError {
  if (error.code === 'NOT_FOUND') return plain('not-found', 'There is no such procedure.')
  if (error.code === 'METHOD_NOT_SUPPORTED') return { ...plain('input.invalid', 'This method is not for this procedure.'), httpStatus: 405 }
  if (error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST' || error.code === 'UNSUPPORTED_MEDIA_TYPE')
    return { ...plain('input.invalid', 'The request cannot be read.'), field: 'body', expected: 'JSON' }
  return plain('internal', 'Something went wrong on our side.')
}

const plain = (code: ErrorCode, message: string): PublicError => ({
  code,
  message,
  httpStatus: errorStatus[code],
  field: null,
  found: null,
  expected: null,
  retryAfterSeconds: null,
})

function shortly(value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

/** A JSON answer for handlers outside tRPC. */
export function errorResponse(error: unknown, requestId: string): Response {
  const shown = toPublicError(error)
  const headers = new Headers({ 'content-type': 'application/json', 'x-request-id': requestId, 'cache-control': 'no-store' })
  if (shown.retryAfterSeconds !== null) headers.set('retry-after', String(shown.retryAfterSeconds))
  return new Response(JSON.stringify({ error: { ...shown, requestId } }), { status: shown.httpStatus, headers })
}
