/** What the slot's RPC refused, with its stable reason. */
export class SlotRefusal extends Error {
  override readonly name = 'SlotRefusal'
  readonly reason: string

  constructor(reason: string, message: string) {
    super(message)
    this.reason = reason
  }
}

type Answer = { result?: unknown; error?: { message: string; data?: { reason?: string; code?: string } } }

/** One call of the slot's JSON-RPC. Throws `SlotRefusal` for its errors, a `TypeError` when it cannot be reached. */
export async function callSlot(method: string, params: readonly unknown[]): Promise<unknown> {
  const response = await fetch('/rpc', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const { result, error } = (await response.json()) as Answer
  if (error) throw new SlotRefusal(error.data?.reason ?? error.data?.code ?? 'unknown', error.message)
  return result
}
