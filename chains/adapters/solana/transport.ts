import type { RpcTransport } from '@solana/kit'
import { SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR, SolanaError } from '@solana/kit'
import { parseJsonWithBigInts, stringifyJsonWithBigInts } from '@solana/rpc-spec-types'
import type { Fetch } from '../request.ts'

type Call = { body: string; id: string; answer(value: unknown): void; fail(error: unknown): void }

/** Nodes take bodies of 50 KiB. */
const mostCharacters = 40_000

/**
 * kit's HTTP transport over our own `fetch`, which limits time, size and rate. Integers keep every digit, as in kit's. Calls made in the same moment
 * travel as JSON-RPC batches of at most `batchSize`.
 */
export function solanaTransport(url: string, { fetch, batchSize }: { fetch: Fetch; batchSize: number }): RpcTransport {
  async function post(body: string, signal?: AbortSignal): Promise<unknown> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' },
      body,
      ...(signal ? { signal } : {}),
    })
    if (response.ok) return parseJsonWithBigInts(await response.text())
    const { headers, status: statusCode, statusText: message } = response
    throw new SolanaError(SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR, { headers, message, statusCode })
  }

  async function postAll(calls: readonly Call[]) {
    const [only] = calls
    try {
      const answered = await post(calls.length === 1 && only ? only.body : `[${calls.map(({ body }) => body).join(',')}]`)
      const answers = Array.isArray(answered) ? new Map(answered.map((answer: unknown) => [idOf(answer), answer])) : null
      for (const { id, answer, fail } of calls) {
        // One answer for all of them is an error about the whole.
        const mine = answers ? answers.get(id) : answered
        if (mine === undefined) fail(new Error('the batch has no answer to this call'))
        else answer(mine)
      }
    } catch (error) {
      for (const { fail } of calls) fail(error)
    }
  }

  let waiting: Call[] = []
  const flush = () => {
    const calls = waiting
    waiting = []
    for (const batch of batchesOf(calls, batchSize)) void postAll(batch)
  }
  return <T>({ payload, signal }: { payload: unknown; signal?: AbortSignal }) => {
    const body = stringifyJsonWithBigInts(payload)
    if (batchSize === 1 || signal) return post(body, signal) as Promise<T>
    return new Promise<T>((resolve, reject) => {
      waiting.push({ body, id: idOf(payload), answer: (value) => resolve(value as T), fail: reject })
      if (waiting.length === 1) setTimeout(flush, 0)
    })
  }
}

function idOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'id' in message ? String(message.id) : ''
}

function batchesOf(calls: readonly Call[], size: number): Call[][] {
  const batches: Call[][] = []
  let characters = 0
  for (const call of calls) {
    const last = batches.at(-1)
    characters += call.body.length + 1
    if (last && last.length < size && characters <= mostCharacters) last.push(call)
    else {
      batches.push([call])
      characters = call.body.length + 1
    }
  }
  return batches
}
