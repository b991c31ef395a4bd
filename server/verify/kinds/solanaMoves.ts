import { type LeafScope, outside } from '../context.ts'
import { type EvidenceItem, itemsOf, type SolanaTransactionRecord } from '../query.ts'
import { toInteger } from './filters.ts'
import type { Judgement } from './kind.ts'
import { unread } from './settling.ts'
import { sentences } from './wording.ts'

/** Why a transaction does not count for a wallet, whatever it moved. */
export type Flaw = 'failed' | 'outside' | 'unsigned'

/**
 * What one transaction moved between a wallet of the member and one other, or, by balance, between the member's wallets and all others. `own`: the other is
 * a wallet of the member too.
 */
export type Move = {
  record: SolanaTransactionRecord
  wallet: string
  other: string | null
  mint: string | undefined
  amount: bigint
  flaw: Flaw | null
  own: boolean
}

export type Wanted = { direction: 'sent' | 'received'; mint: string | undefined }

type Seen = { record: SolanaTransactionRecord; wallet: string; flaw: Flaw | null }

/** The records of this chain, each with the wallet whose query found it; what the wallet gives away it must have signed for. */
function seenIn(evidence: readonly EvidenceItem[], { direction }: Pick<Wanted, 'direction'>, scope: LeafScope): Seen[] {
  const found = new Map<string, Seen>()
  for (const { query, records } of itemsOf(evidence, 'solana.transactions')) {
    const { wallet } = query
    if (query.chain !== scope.chain || !scope.wallets.includes(wallet)) continue
    for (const record of records) {
      const unsigned = direction === 'sent' && !record.signers.includes(wallet)
      const flaw = !record.success ? 'failed' : outside(record, scope) ? 'outside' : unsigned ? 'unsigned' : null
      found.set(`${wallet} ${record.txHash}`, { record, wallet, flaw })
    }
  }
  return [...found.values()]
}

/** Transfers from wallet to wallet, of any coin; those of one transaction and coin between the same two are one. */
export function transfersIn(evidence: readonly EvidenceItem[], { direction }: Pick<Wanted, 'direction'>, scope: LeafScope): Move[] {
  return seenIn(evidence, { direction }, scope).flatMap((seen) => {
    const moves = new Map<string, Move>()
    for (const { source, destination, amount, mint, received } of seen.record.transfers) {
      const [mine, other] = direction === 'sent' ? [source, destination] : [destination, source]
      const moved = toInteger(direction === 'sent' ? amount : (received ?? amount))
      if (mine !== seen.wallet || moved === null || moved <= 0n) continue
      const key = `${other} ${mint ?? ''}`
      const before = moves.get(key)?.amount ?? 0n
      moves.set(key, { ...seen, other, mint, amount: before + moved, own: scope.wallets.includes(other) })
    }
    return [...moves.values()]
  })
}

/** By how much the member's wallets held more (or less) after each transaction that counts, together. */
export function changesIn(evidence: readonly EvidenceItem[], { direction, mint }: Wanted, scope: LeafScope): Move[] {
  // A wallet that did not sign counts against the total all the same: what it gained did not leave the member.
  const seen = seenIn(evidence, { direction: 'received' }, scope).filter(({ flaw }) => flaw === null)
  return [...Map.groupBy(seen, ({ record }) => record.txHash).values()].flatMap((group) => {
    const [first] = group
    const actor = direction === 'received' ? first : group.find(({ record, wallet }) => record.signers.includes(wallet))
    const changed = group.reduce((sum, one) => sum + changeOf(one.record, mint), 0n)
    const amount = direction === 'sent' ? -changed : changed
    return actor && amount > 0n ? [{ ...actor, other: null, mint, amount, own: false }] : []
  })
}

/** Transactions that count and that a wallet of the member signed, the oldest first. */
export const signedIn = (evidence: readonly EvidenceItem[], scope: LeafScope): Seen[] =>
  seenIn(evidence, { direction: 'sent' }, scope).filter(({ flaw }) => flaw === null)

/** The verdict while a wallet of the member is not read to the end; null when all are. */
export function unreadWallet(evidence: readonly EvidenceItem[], scope: LeafScope): Judgement | null {
  const read = itemsOf(evidence, 'solana.transactions').filter(({ query, head }) => query.chain === scope.chain && head !== undefined)
  const missing = scope.wallets.some((wallet) => !read.some(({ query }) => query.wallet === wallet))
  return (
    unread(evidence, scope) ?? (missing ? { status: 'pending', seen: [], next: sentences.stillReading(scope.chain, '0'), facts: [] } : null)
  )
}

const changeOf = ({ changes }: SolanaTransactionRecord, wanted: string | undefined) =>
  changes.filter(({ mint }) => mint === wanted).reduce((sum, { amount }) => sum + (toInteger(amount) ?? 0n), 0n)
