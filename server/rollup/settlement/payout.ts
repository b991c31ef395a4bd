import type { Connection, Database } from '#drizzle/client.ts'
import { type L2Client, readPaid, type SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import type { Hex } from '#server/shared/bytes.ts'
import type { Log } from '#server/shared/log.ts'
import { payData } from './claim.ts'
import { keptEntries } from './keptPayments.ts'
import { forgetSends, type L2Send, owe, sendsByPurpose } from './sendStore.ts'
import { batchRow, markPaid, type Payable, unpaid } from './settlementStore.ts'

export type PayoutDeps = {
  db: Database
  client: L2Client
  slot: SlotAddresses
  log: Log
  /** What a payment means to the rooms on the right, in the same transaction. */
  onPaid?(connection: Connection, payables: readonly Payable[], payTx: string | null): Promise<void>
}

type Kind = 'withdrawals' | 'refunds'
const purposeOf = (batch: number, kind: Kind) => `${kind === 'withdrawals' ? 'pay' : 'refund'}:${batch}`
const kindOf = ({ kind }: Payable): Kind => (kind === 'refund' ? 'refunds' : 'withdrawals')

/**
 * Owes L2 the payments of final batches: nobody has to come for their money. Anyone may be faster; what the rollup says it paid is paid.
 * True when something moved.
 */
export async function payOut(deps: PayoutDeps): Promise<boolean> {
  const groups = new Map<string, { batch: number; kind: Kind; payables: Payable[] }>()
  for (const payable of await unpaid(deps.db)) {
    const kind = kindOf(payable)
    const purpose = purposeOf(payable.batch, kind)
    const group = groups.get(purpose) ?? { batch: payable.batch, kind, payables: [] }
    group.payables.push(payable)
    groups.set(purpose, group)
  }
  const sends = new Map((await sendsByPurpose(deps.db, [...groups.keys()])).map((send) => [send.purpose, send]))
  let moved = false
  for (const [purpose, group] of groups) moved = (await payGroup(deps, purpose, group, sends.get(purpose))) || moved
  return moved
}

async function payGroup(
  deps: PayoutDeps,
  purpose: string,
  { batch, kind, payables }: { batch: number; kind: Kind; payables: Payable[] },
  send: L2Send | undefined,
): Promise<boolean> {
  const { db, slot, log } = deps
  if (!send) {
    const row = await batchRow(db, batch)
    if (row?.status !== 'final') return false
    const data = payData(
      row,
      kind,
      payables.map(({ entry }) => entry),
    )
    await owe(db, { purpose, sender: 'publisher', to: slot.rollup, data })
    return true
  }
  if (send.status === 'mined' && send.minedHash !== null) {
    const payTx = send.minedHash
    const kept = await keptEntries(deps.client, slot, { batch, hash: payTx as Hex })
    if (kept === null) return false
    await db.transaction((tx) => paid(deps, tx, payables, { payTx, kept }))
    log.info({ batch, kind, entries: payables.length, kept: kept.size, hash: payTx }, 'paid on L2')
    return true
  }
  if (send.status !== 'reverted') return false
  // Somebody else may have paid some of it; the rest is owed anew.
  const done: Payable[] = []
  for (const payable of payables) if (await readPaid(deps.client, slot, batch, payable.entry)) done.push(payable)
  log.warn({ batch, kind, paid: done.length, entries: payables.length }, 'a payment was refused by L2')
  await db.transaction(async (tx) => {
    await paid(deps, tx, done, { payTx: null })
    await forgetSends(tx, [purpose])
  })
  return true
}

async function paid({ onPaid }: PayoutDeps, tx: Connection, payables: readonly Payable[], how: Parameters<typeof markPaid>[2]) {
  await markPaid(tx, payables, how)
  await onPaid?.(tx, payables, how.payTx)
}
