import { keccak256, toHex } from 'viem'
import type { EvidenceItem, HeadRef, LogRecord, Query, StateQuery, StateRead } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { replayBundle, verifyRule } from '#server/verify/run.ts'
import { contract, me, second, solMe } from './cases.ts'

/** A made-up chain: what its state answers at each block, its logs, and each wallet's first block. Block n has the time `start + n`. */
export type FakeChain = {
  latest?: number
  finalized?: number
  state?: (read: StateRead, block: number) => string | null
  logs?: readonly LogRecord[]
  first?: Readonly<Record<string, number>>
  /** What goes wrong with an answer on its way. */
  spoil?: (item: EvidenceItem) => EvidenceItem
  wallets?: string[]
  captured?: Record<string, string>
}

export const start = 1_800_000_000
export const blockRef = (number: number) => ({ number: String(number), hash: keccak256(toHex(`block ${number}`)), time: start + number })
export const isoAt = (number: number) => new Date((start + number) * 1000).toISOString()

/** Verifies one leaf in as many rounds as it takes, and judges the stored bundle again. */
export async function verifyOn(chain: FakeChain, leaf: object) {
  const rule = parseRule(leaf)
  const context = {
    accountId: 'a',
    wallets: chain.wallets ?? [`eip155:${me}`, `eip155:${second}`, `solana:${solMe}`],
    questStart: isoAt(0),
    joinedAt: isoAt(0),
    version: 1,
    ...(chain.captured === undefined ? {} : { captured: chain.captured }),
  }
  const asked: Query[] = []
  const evidence = {
    read: async (queries: readonly Query[]) => {
      asked.push(...queries)
      return queries.map((query) => (chain.spoil ?? ((item) => item))(answer(query, chain)))
    },
  }
  const verified = await verifyRule({ evidence }, rule, { context })
  const replayed = replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))
  if (JSON.stringify(replayed) !== JSON.stringify(verified)) throw new Error('the stored bundle is judged otherwise')
  return { ...verified, asked }
}

function answer(query: Query, chain: FakeChain): EvidenceItem {
  const { latest = 132, finalized = 100 } = chain
  const head: HeadRef = { latest: blockRef(latest), safe: blockRef(finalized), finalized: blockRef(finalized) }
  const base = { query, complete: true, providers: ['own'], head, toBlock: String(latest) }
  return { ...base, records: recordsOf(query, { ...chain, latest, finalized }, head) } as EvidenceItem
}

function recordsOf(query: Query, chain: FakeChain & { latest: number; finalized: number }, head: HeadRef): unknown[] {
  if (query.type === 'evm.state') {
    const block = blockOf(query, chain.latest, head)
    return [{ value: chain.state?.(query.read, block) ?? null, block: blockRef(block) }]
  }
  if (query.type === 'evm.firstTransaction') {
    const block = chain.first?.[query.wallet]
    if (block === undefined) return []
    const { number, hash, time } = blockRef(block)
    return [{ blockNumber: number, blockHash: hash, blockTime: time }]
  }
  if (query.type !== 'evm.logs') return []
  const { claimant, topic0 } = query
  return (chain.logs ?? []).filter(({ topics, address }) => {
    const named = topics[claimant.index]
    return (
      address === contract && topics[0] === topic0 && claimant.wallets.some((wallet) => named === `0x${wallet.slice(2).padStart(64, '0')}`)
    )
  })
}

function blockOf({ at }: StateQuery, latest: number, head: HeadRef): number {
  if (typeof at === 'string') return Number(head[at].number)
  return 'block' in at ? Number(at.block) : Math.max(0, Math.min(latest, at.time - start))
}

/** A word as a call answers it. */
export const word = (value: bigint | string) => `0x${(typeof value === 'string' ? value.slice(2) : value.toString(16)).padStart(64, '0')}`

/** The wallet that a balance read is about. */
export const walletIn = (read: StateRead): string => ('address' in read ? read.address : `0x${read.data.slice(34, 74)}`)
