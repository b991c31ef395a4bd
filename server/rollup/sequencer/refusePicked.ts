import type { BatchRefusal } from '#server/rollup/state/draft.ts'
import type { Drafted } from './draftBatch.ts'
import type { SequencerDeps } from './sealNext.ts'
import { refuseTx } from './txStore.ts'

/**
 * The state refuses part of a draft: its txs are told so, and the next pass builds without them.
 * A refusal that names no tx (a header, an inbox item: those are no-ops, never refusals) is our own fault and is thrown.
 */
export async function refusePicked(
  { db, sealed, log }: Pick<SequencerDeps, 'db' | 'sealed' | 'log'>,
  drafted: Drafted,
  refusal: BatchRefusal,
) {
  const ids = refusedTxs(drafted, refusal)
  if (ids.length === 0) throw new Error(`the state refuses a batch: ${refusal.section} ${refusal.position}: ${refusal.reason}`)
  log.warn({ refusal, txs: ids }, 'txs refused')
  await db.transaction(async (tx) => {
    for (const id of ids) await refuseTx(tx, id, refusal.reason)
    await sealed.refused?.(tx, ids)
  })
}

function refusedTxs({ pick, groups, ledger }: Drafted, { section, position, reason }: BatchRefusal): string[] {
  if (section === 'groups') {
    const ids = groups[position]?.mints.map(({ id }) => id) ?? []
    // Who came last finds no place; those before may still fit.
    return reason === 'mint.over-supply' ? ids.slice(-1) : ids
  }
  if (section === 'ledger') return ledger.slice(position, position + 1).map(({ id }) => id)
  if (section !== 'opens') return []
  const open = pick.opens[position]
  const minting = groups.flatMap((group) => group.mints.filter(({ payload }) => payload.wallet === open?.wallet).map(({ id }) => id))
  return [...(open?.txId ? [open.txId] : []), ...minting]
}
