import type { AnyReader, EvmReader, Head } from '#chains/reader.ts'
import type { Cursor } from '../cursorStore.ts'
import type { Happened } from './blockIndex.ts'

/**
 * What happened on a chain since the last look. `happened` is null when that cannot be told from its blocks (first look, a gap too long to look
 * through, a chain without blocks that we read): then anything may have.
 */
export type Observation =
  | { state: 'same'; chain: string; head: Head }
  | { state: 'advanced'; chain: string; head: Head; happened: Happened | null }
  | { state: 'reorg'; chain: string; head: Head; from: bigint }
  | { state: 'down'; chain: string; reason: string }

/** Up to so many new blocks are looked through one by one. */
const mostBlocks = 200n
/** Contracts in one log query: what public nodes take. */
const contractsPerQuery = 200

export type Since = { cursor: Cursor | undefined; contracts: readonly string[] }

/** Looks at a chain once, through the first endpoint that answers. Never throws. */
export async function observe(readers: readonly AnyReader[], chain: string, since: Since): Promise<Observation> {
  let reason = 'no endpoint is configured'
  for (const reader of readers) {
    try {
      return await look(reader, chain, since)
    } catch (error) {
      reason = error instanceof Error ? error.message : 'unknown'
    }
  }
  return { state: 'down', chain, reason }
}

async function look(reader: AnyReader, chain: string, { cursor, contracts }: Since): Promise<Observation> {
  const head = await reader.head()
  if (!cursor || cursor.hash === '') return { state: 'advanced', chain, head, happened: null }
  if (head.latest.hash === cursor.hash) return { state: 'same', chain, head }
  const height = BigInt(cursor.height)
  const gap = head.latest.number - height
  // The usual case without another question: the next block names ours as its parent.
  const known = gap === 1n ? head.latest.parentHash : gap > 0n ? (await reader.block(height))?.hash : undefined
  if (known !== cursor.hash) return { state: 'reorg', chain, head, from: height }
  if (reader.vm !== 'evm' || gap > mostBlocks) return { state: 'advanced', chain, head, happened: null }
  return { state: 'advanced', chain, head, happened: await happenedSince(reader, { from: height + 1n, to: head.latest.number }, contracts) }
}

/** The transactions of the new blocks and the logs of watched contracts: one pass for all rules and members. */
async function happenedSince(
  reader: EvmReader,
  { from, to }: { from: bigint; to: bigint },
  contracts: readonly string[],
): Promise<Happened> {
  const numbers = Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index))
  const groups = Array.from({ length: Math.ceil(contracts.length / contractsPerQuery) }, (_, index) =>
    contracts.slice(index * contractsPerQuery, (index + 1) * contractsPerQuery),
  )
  const [blocks, ...logs] = await Promise.all([
    reader.blocksWithCalls(numbers),
    ...groups.map((addresses) => reader.logs({ addresses, topics: [], fromBlock: from, toBlock: to })),
  ])
  return { calls: blocks.flatMap((block) => block?.calls ?? []), logs: logs.flat() }
}
