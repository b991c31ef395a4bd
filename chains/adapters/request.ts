/** How requests to an endpoint are made: how long one may take, how large its answer may be, and who is asked before each of them. */
export type RequestOptions = {
  readonly timeoutMs?: number
  readonly mostBytes?: number
  /** Resolves when the endpoint may be asked, throws when it may not: budgets live with whoever made the reader. */
  readonly admit?: () => Promise<void>
}

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>
export type Requests = { fetch: Fetch; count(): number }

/** An answer larger than we read. It is never kept in memory whole. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge'
}

const mostBytes = 32 * 1024 * 1024

/** `fetch` with a time limit for the whole answer, a bounded body, a gate before each request and a counter. */
export function openRequests(options: RequestOptions = {}): Requests {
  let requests = 0
  return {
    count: () => requests,
    async fetch(input, init = {}) {
      await options.admit?.()
      requests++
      // Made here, not by the caller: waiting for a turn is not the endpoint's time.
      const timeout = AbortSignal.timeout(options.timeoutMs ?? 10_000)
      const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout
      const response = await send(input, { ...init, signal })
      const body = await readBounded(response, options.mostBytes ?? mostBytes)
      return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
    },
  }
}

/** Sends once more when the connection turned out to be closed: the other side had let go of it before our request arrived. Reads may be repeated. */
async function send(input: Parameters<Fetch>[0], init: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init)
  } catch (error) {
    if (!isClosedConnection(error)) throw error
    return await fetch(input, init)
  }
}

function isClosedConnection(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE'
}

async function readBounded(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    size += chunk.byteLength
    // Leaving the loop cancels the rest of the body.
    if (size > most) throw new AnswerTooLarge(`more than ${most} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
