import { type LeafScope, outside } from '../context.ts'
import { type EvidenceItem, itemsOf, type SolanaTransactionRecord } from '../query.ts'
import { toInteger } from './filters.ts'
import type { Judgement } from './kind.ts'
import { unread } from './settling.ts'
import { sentences } from './wording.ts'

/** What one transaction moved between a wallet of the member and one other, or, by balance, between the member's wallets and all others. */
export type Move = { record: SolanaTransactionRecord; wallet: string; other: string | null; amount: bigint }

export type Wanted = { direction: 'sent' | 'received'; mint: string | undefined }

type Seen = { record: SolanaTransactionRecord; wallet: string }

/** The records of this chain and window, each with the wallet whose query found it; what the wallet gives away it must have signed for. */
function seenIn(evidence: readonly EvidenceItem[], { direction }: Wanted, scope: LeafScope): Seen[] {
  const found = new Map<string, Seen>()
  for (const { query, records } of itemsOf(evidence, 'solana.transactions')) {
    if (query.chain !== scope.chain || !scope.wallets.includes(query.wallet)) continue
    for (const record of records) {
      const counts = record.success && !outside(record, scope) && (direction === 'received' || record.signers.includes(query.wallet))
      if (counts) found.set(`${query.wallet} ${record.txHash}`, { record, wallet: query.wallet })
    }
  }
  return [...found.values()]
}

/** Transfers from wallet to wallet; those of one transaction between the same two are one. What goes from one wallet of the member to another is none. */
export function transfersIn(evidence: readonly EvidenceItem[], wanted: Wanted, scope: LeafScope): Move[] {
  return seenIn(evidence, wanted, scope).flatMap(({ record, wallet }) => {
    const sums = new Map<string, bigint>()
    for (const { source, destination, amount, mint, received } of record.transfers) {
      const [mine, other] = wanted.direction === 'sent' ? [source, destination] : [destination, source]
      const moved = toInteger(wanted.direction === 'sent' ? amount : (received ?? amount))
      if (mine !== wallet || scope.wallets.includes(other) || mint !== wanted.mint || moved === null || moved <= 0n) continue
      sums.set(other, (sums.get(other) ?? 0n) + moved)
    }
    return [...sums].map(([other, amount]) => ({ record, wallet, other, amount }))
  })
}

/** By how much the member's wallets held more (or less) after each transaction, together. */
export function changesIn(evidence: readonly EvidenceItem[], wanted: Wanted, scope: LeafScope): Move[] {
  // A wallet that did not sign counts against the total all the same: what it gained did not leave the member.
  const seen = seenIn(evidence, { ...wanted, direction: 'received' }, scope)
  return [...Map.groupBy(seen, ({ record }) => record.txHash).values()].flatMap((group) => {
    const [first] = group
    const actor = wanted.direction === 'received' ? first : group.find(({ record, wallet }) => record.signers.includes(wallet))
    const changed = group.reduce((sum, one) => sum + changeOf(one.record, wanted.mint), 0n)
    const amount = wanted.direction === 'sent' ? -changed : changed
    return actor && amount > 0n ? [{ ...actor, other: null, amount }] : []
  })
}

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
