import { CairnError } from '#server/shared/errors.ts'

/** One JSON-RPC call over HTTP. Throws `chain.unreachable` when there is no answer, or an error with the node's own words. */
export async function jsonRpc(url: string, method: string, params: readonly unknown[] = [], timeoutMs = 5000): Promise<unknown> {
  let body: { result?: unknown; error?: { message?: string } }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    body = (await response.json()) as typeof body
  } catch (cause) {
    throw new CairnError('chain.unreachable', `${method}: the node does not answer.`, { cause, meta: { field: 'url', found: url } })
  }
  if (body.error) throw new CairnError('internal', `${method}: ${body.error.message ?? 'refused by the node'}`)
  return body.result
}
