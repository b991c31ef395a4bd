import type { RpcTransport } from '@solana/kit'
import { SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR, SolanaError } from '@solana/kit'
import { parseJsonWithBigInts, stringifyJsonWithBigInts } from '@solana/rpc-spec-types'
import type { Fetch } from '../request.ts'

/**
 * kit's HTTP transport over our own `fetch`, which limits time, size and rate. Integers keep every digit, as in kit's, unless another `parse` is given: keeping
 * them takes ten times as long.
 */
export function solanaTransport(url: string, fetch: Fetch, parse: (text: string) => unknown = parseJsonWithBigInts): RpcTransport {
  return async <T>({ payload, signal }: { payload: unknown; signal?: AbortSignal }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' },
      body: stringifyJsonWithBigInts(payload),
      ...(signal ? { signal } : {}),
    })
    if (response.ok) return parse(await response.text()) as T
    const { headers, status: statusCode, statusText: message } = response
    throw new SolanaError(SOLANA_ERROR__RPC__TRANSPORT_HTTP_ERROR, { headers, message, statusCode })
  }
}
