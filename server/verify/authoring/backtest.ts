import type { EvmReader } from '#chains/reader.ts'
import type { RuleContext } from '../context.ts'
import { itemsOf, type LogRecord, type LogsQuery, type Query } from '../query.ts'
import { leavesOf, type Rule } from '../rule.ts'
import { type EvidenceReader, planRule, type Verified, verifyRule } from '../run.ts'
import type { Status } from '../verdict.ts'
import { cheapestWays, type Way } from './cheapestWays.ts'
import { decimalsIn } from './decimalsIn.ts'

export type BacktestDeps = { evidence: EvidenceReader; reader(chain: string): EvmReader | null }

/** Blocks are inclusive. `most`: candidates that are judged, the latest first (default 1000). */
export type BacktestRange = { chain: string; fromBlock: bigint; toBlock: bigint; most?: number }

/**
 * Who would have passed a rule in a range of blocks. `candidates`: wallets that did something the rule looks at; `judged`: how many of them were
 * tried; `ways`: the cheapest ways to pass that were found, cheapest first.
 */
export type Backtest = { candidates: number; judged: number; counts: Record<Status, number>; ways: Way[] }

/** Up to so many blocks are looked through for transactions to the rule's contracts. */
export const mostBlocks = 10_000n
const nobody = 'eip155:0x00000000000000000000000000000000000a11ce'

/** Tries a rule on everyone who touched its contracts in the range. Throws a chain error when the chain cannot be read, `RangeError` for a range too wide. */
export async function backtest(
  deps: BacktestDeps,
  rule: Rule,
  { chain, fromBlock, toBlock, most = 1000 }: BacktestRange,
): Promise<Backtest> {
  const reader = deps.reader(chain)
  if (!reader) throw new RangeError(`the chain ${chain} is not read here`)
  if (fromBlock > toBlock || toBlock - fromBlock >= mostBlocks) throw new RangeError(`a range of 1 to ${mostBlocks} blocks is expected`)
  const start = await reader.block(fromBlock)
  const questStart = new Date((start?.time ?? 0) * 1000).toISOString()
  const contextOf = (wallet: string): RuleContext => ({
    accountId: '',
    wallets: [wallet],
    questStart,
    joinedAt: questStart,
    version: 0,
  })

  const queries = planRule(rule, contextOf(nobody)).flatMap((leaf) => leaf.queries)
  const candidates = [
    ...new Set([
      ...(await fromLogs(deps, queries, { chain, fromBlock, toBlock })),
      ...(await fromCalls(reader, queries, { fromBlock, toBlock })),
    ]),
  ]
  const tried = candidates.slice(-most)
  const verified = await Promise.all(
    tried.map(async (wallet) => ({ wallet, result: await verifyRule(deps, rule, { context: contextOf(`eip155:${wallet}`) }) })),
  )
  const counts: Record<Status, number> = { pass: 0, fail: 0, pending: 0, error: 0 }
  for (const { result } of verified) counts[result.verdict.status]++
  const passes: Verified[] = verified.flatMap(({ result }) => (result.verdict.status === 'pass' ? [result] : []))
  return {
    candidates: candidates.length,
    judged: tried.length,
    counts,
    ways: await cheapestWays(reader, passes, { decimals: leavesOf(rule).flatMap(({ leaf }) => decimalsIn(leaf.params)) }),
  }
}

type Blocks = { chain: string; fromBlock: bigint; toBlock: bigint }

/** Wallets that the rule's events name, whoever they are. */
async function fromLogs({ evidence }: BacktestDeps, queries: readonly Query[], { chain, fromBlock, toBlock }: Blocks): Promise<string[]> {
  const mine = queries.filter((query): query is LogsQuery => query.type === 'evm.logs' && query.chain === chain)
  const everyone = mine.map((query): LogsQuery => {
    const { fromTime: _from, toTime: _to, ...rest } = query
    return { ...rest, claimant: { by: 'anyone', index: 0, wallets: [] }, fromBlock: String(fromBlock), toBlock: String(toBlock) }
  })
  const items = itemsOf(await evidence.read(everyone), 'evm.logs')
  return items.flatMap(({ records }, index) => {
    const claimant = mine[index]?.claimant
    return claimant ? records.flatMap((record) => namedBy(record, claimant)) : []
  })
}

function namedBy({ txFrom, topics, data }: LogRecord, { by, index }: LogsQuery['claimant']): string[] {
  if (by === 'sender' || by === 'anyone') return [txFrom]
  const words =
    by === 'topic' ? [topics[index] ?? ''] : by === 'word' ? [`0x${data.slice(2 + 64 * index, 66 + 64 * index)}`] : wordsOf(topics, data)
  return words.filter((word) => /^0x0{24}[0-9a-f]{40}$/.test(word) && BigInt(word) > 0xffffn).map((word) => `0x${word.slice(26)}`)
}

const wordsOf = (topics: readonly string[], data: string) => [
  ...topics.slice(1),
  ...(data.slice(2).match(/.{64}/g) ?? []).map((word) => `0x${word}`),
]

/** Whole blocks that are held in memory together: those of busy chains are a megabyte each. */
const blocksAtOnce = 50n

/** Wallets that sent transactions to the rule's contracts. */
async function fromCalls(reader: EvmReader, queries: readonly Query[], { fromBlock, toBlock }: Omit<Blocks, 'chain'>): Promise<string[]> {
  const contracts = new Set(queries.flatMap((query) => (query.type === 'evm.transactions' ? query.to : [])))
  if (contracts.size === 0) return []
  const senders = new Set<string>()
  for (let first = fromBlock; first <= toBlock; first += blocksAtOnce) {
    const last = first + blocksAtOnce - 1n < toBlock ? first + blocksAtOnce - 1n : toBlock
    const numbers = Array.from({ length: Number(last - first) + 1 }, (_, index) => first + BigInt(index))
    for (const block of await reader.blocksWithCalls(numbers))
      for (const { from, to } of block?.calls ?? []) if (contracts.has(to ?? '')) senders.add(from)
  }
  return [...senders]
}
