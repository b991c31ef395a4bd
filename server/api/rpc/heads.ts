import type * as z from 'zod'
import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { RpcError } from './jsonRpc.ts'
import type { blockTag } from './quantities.ts'

export type BlockTag = z.output<typeof blockTag>

/** The batch that a tag means; `finalized` and `safe` are what L2 made final. */
export async function numberOf({ views }: Pick<SlotAccess, 'views'>, tag: BlockTag): Promise<number> {
  if (typeof tag === 'number') return tag
  if (tag === 'earliest') return 0
  return views.newestBatch(tag === 'finalized' || tag === 'safe' ? 'final' : undefined)
}

/** As `numberOf`, for a state that is read: -32000 for a batch that is not there yet. */
export async function stateAt(access: Pick<SlotAccess, 'views'>, tag: BlockTag): Promise<number> {
  const number = await numberOf(access, tag)
  const newest = await access.views.newestBatch()
  if (number > newest) throw new RpcError(-32000, 'This batch is not there yet', { found: number, newest })
  return number
}

/** The next nonce of an account at a batch; `pending` counts what waits for one. */
export async function nextNonce(
  access: Pick<SlotAccess, 'views' | 'account'>,
  account: number,
  { batch, pending }: { batch: number; pending: boolean },
) {
  const found = await access.account(account, batch)
  let nonce = Number(found?.leaf.nonce ?? 0n)
  if (pending) for (const waiting of await access.views.waitingNonces(account)) if (waiting === nonce) nonce++
  return nonce
}
