import type { Chain, Endpoint } from '../chain.ts'
import { limited, readAll } from './limit.ts'
import { AnswerTooLarge, type Fetch } from './request.ts'

/** JSON-RPC calls that may travel in one request to this endpoint. */
export const batchSizeOf = (chain: Chain, endpoint: Endpoint): number => Math.min(chain.limits.batch, endpoint.batch ?? chain.limits.batch)

/** Answers of single calls that together may be kept in memory. */
const mostCharacters = 128 * 1024 * 1024

/**
 * Sends JSON-RPC batches, and single calls in their place where the endpoint takes none or a batch's answer is too large. That an endpoint takes no
 * batches is remembered once a single call went well where the batch did not. The caller sees the answer to its batch in any case.
 */
export function unbatching(fetch: Fetch, concurrency: number): Fetch {
  let refuses = false
  return async (input, init = {}) => {
    const calls = callsOf(init.body)
    if (calls === null) return fetch(input, init)
    // Callers send a batch of one as a batch; everyone takes a single call.
    if (calls.length > 1 && !refuses) {
      const answer = await batchAnswer(() => fetch(input, init))
      if (answer === 'too-large') return singles(fetch, { input, init, calls, concurrency })
      if (!(await isRefusal(answer))) return answer
    }
    const answer = await singles(fetch, { input, init, calls, concurrency })
    if (calls.length > 1 && answer.ok) refuses = true
    return answer
  }
}

/** The calls of a body that is a batch. */
function callsOf(body: RequestInit['body']): unknown[] | null {
  if (typeof body !== 'string' || !body.startsWith('[')) return null
  const calls: unknown = JSON.parse(body)
  return Array.isArray(calls) ? calls : null
}

async function batchAnswer(send: () => Promise<Response>): Promise<Response | 'too-large'> {
  try {
    return await send()
  } catch (error) {
    if (error instanceof AnswerTooLarge) return 'too-large'
    throw error
  }
}

/** A request that the endpoint did not take as it was, or one answer where many were asked for. Limits of rate and access are something else. */
async function isRefusal(response: Response): Promise<boolean> {
  if ([400, 405, 413, 415, 422, 501].includes(response.status)) return true
  if (!response.ok) return false
  const text = (await response.clone().text()).trimStart()
  if (text.startsWith('{')) return !/rate limit|too many requests|-32005/i.test(text.slice(0, 1000))
  return text.startsWith('[') && isLonelyError(text)
}

/** Geth puts the one error about the whole batch into an array. */
function isLonelyError(text: string): boolean {
  if (text.length > 2000) return false
  try {
    const answers: unknown = JSON.parse(text)
    return Array.isArray(answers) && answers.length === 1
  } catch {
    return false
  }
}

type Split = { input: Parameters<Fetch>[0]; init: RequestInit; calls: readonly unknown[]; concurrency: number }

async function singles(fetch: Fetch, { input, init, calls, concurrency }: Split): Promise<Response> {
  let characters = 0
  const failed: Response[] = []
  const texts = await readAll(calls, limited(concurrency), async (call) => {
    // One call that fails as a whole (429, 503) stands for the batch: nothing more is asked.
    if (failed.length > 0) return ''
    const response = await fetch(input, { ...init, body: JSON.stringify(call) })
    if (!response.ok) failed.push(response)
    const text = await response.clone().text()
    characters += text.length
    if (characters > mostCharacters) throw new AnswerTooLarge(`more than ${mostCharacters} characters`)
    return text
  })
  return failed[0] ?? new Response(`[${texts.join(',')}]`, { status: 200, headers: { 'content-type': 'application/json' } })
}
