import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import type { PooledTx } from './ledgerStore.ts'
import type { Pick } from './pick.ts'

/** About how long a proof takes: what the choice between circuits weighs. Measured by `bench prove`; only the ratios matter. */
const proofSeconds: Record<CircuitName, number> = { small: 4, large: 15, bulk: 40 }

/** Large and bulk are proven before they are proposed: nothing is on L2 until then, so they can be taken back without a trace there. */
export const isBackground = (circuit: CircuitName): boolean => circuit !== 'small'

/** The circuit that serves most members in a second of proving; the smaller one when two are equal. */
export function bestCircuit(picks: readonly { circuit: CircuitName; pick: Pick }[]): CircuitName {
  const worth = ({ circuit, pick }: (typeof picks)[number]) => membersOf(pick) / proofSeconds[circuit]
  return picks.reduce((best, next) => (worth(next) > worth(best) ? next : best)).circuit
}

export const membersOf = ({ opens, groups }: Pick): number =>
  groups.reduce((sum, { mints }) => sum + mints.length, 0) + opens.filter(({ txId }) => txId !== undefined).length

/** True when nothing more would fit into the members' part of a batch of this circuit. */
export function isFull(circuit: CircuitName, { opens, groups }: Pick): boolean {
  const mints = groups.reduce((sum, group) => sum + group.mints.length, 0)
  return mints >= circuits[circuit].mints || opens.length >= circuits[circuit].opens
}

/**
 * Ledger txs for one batch: each account's in the order of its nonces and without a gap, accounts by what their next tx pays. `next`: the
 * nonce that each account's leaf waits for. Txs without an account (revokes) stand for themselves.
 */
export function pickLedger(pool: readonly PooledTx[], next: ReadonlyMap<number, number>, capacity: number): PooledTx[] {
  const lines = new Map<string, PooledTx[]>()
  for (const tx of pool) {
    const name = tx.account === null ? tx.id : String(tx.account)
    lines.set(name, [...(lines.get(name) ?? []), tx])
  }
  const ready = [...lines.values()].map((line) => contiguous(line, next)).filter((line) => line.length > 0)
  const picked: PooledTx[] = []
  while (picked.length < capacity) {
    const best = ready.filter((line) => line.length > 0).sort(byFee)[0]
    const tx = best?.shift()
    if (!tx) break
    picked.push(tx)
  }
  return picked
}

function contiguous(line: readonly PooledTx[], next: ReadonlyMap<number, number>): PooledTx[] {
  const sorted = [...line].sort((a, b) => (a.nonce ?? 0) - (b.nonce ?? 0))
  const account = sorted[0]?.account
  if (account === undefined || account === null) return sorted
  const first = next.get(account)
  return first === undefined ? [] : sorted.filter((tx, i) => tx.nonce === first + i)
}

/** What the line's next tx pays; a withdrawal first where two pay the same, then who came first. */
function byFee([a]: readonly PooledTx[], [b]: readonly PooledTx[]): number {
  if (!a || !b) return 0
  if (a.fee !== b.fee) return a.fee > b.fee ? -1 : 1
  if ((a.entry === 'withdraw') !== (b.entry === 'withdraw')) return a.entry === 'withdraw' ? -1 : 1
  return a.createdAt.getTime() - b.createdAt.getTime()
}

/** Places for ledger txs and inbox items when both wait: neither shuts the other out. */
export function shareEntries(capacity: number, ledger: number, inbox: number): { ledger: number; inbox: number } {
  const forInbox = Math.min(inbox, Math.max(capacity - ledger, Math.ceil(capacity / 2)))
  return { ledger: Math.min(ledger, capacity - forInbox), inbox: forInbox }
}
