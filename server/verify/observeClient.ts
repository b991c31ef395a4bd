import type { AnyReader, EvmReader, Head } from '#chains/reader.ts'
import type { Cursor } from './cursorStore.ts'

/**
 * What happened on a chain since the last look. `touched`: wallet ids that something happened to, or `all` when that cannot be told
 * (first look, a long gap, a reorg, Solana).
 */
export type Observation =
  | { state: 'same'; chain: string; head: Head }
  | { state: 'advanced'; chain: string; head: Head; touched: ReadonlySet<string> | 'all' }
  | { state: 'reorg'; chain: string; head: Head; from: bigint }
  | { state: 'down'; chain: string; reason: string }

/** Up to so many new blocks are looked through one by one. */
const mostBlocks = 200n

/** Looks at a chain once, through the first endpoint that answers. Never throws. */
export async function observe(
  readers: readonly AnyReader[],
  chain: string,
  since: { cursor: Cursor | undefined; contracts: readonly string[] },
): Promise<Observation> {
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

async function look(
  reader: AnyReader,
  chain: string,
  { cursor, contracts }: { cursor: Cursor | undefined; contracts: readonly string[] },
): Promise<Observation> {
  const head = await reader.head()
  if (!cursor || cursor.hash === '') return { state: 'advanced', chain, head, touched: 'all' }
  if (head.latest.hash === cursor.hash) return { state: 'same', chain, head }
  const height = BigInt(cursor.height)
  const kept = height > head.latest.number ? null : await reader.block(height)
  if (kept?.hash !== cursor.hash) return { state: 'reorg', chain, head, from: height }
  const gap = head.latest.number - height
  if (reader.vm !== 'evm' || gap > mostBlocks) return { state: 'advanced', chain, head, touched: 'all' }
  return { state: 'advanced', chain, head, touched: await touchedSince(reader, { from: height + 1n, to: head.latest.number }, contracts) }
}

/** Everyone who sent, received or is named by a log of the contracts that active rules watch: one pass for all rules and members. */
async function touchedSince(reader: EvmReader, range: { from: bigint; to: bigint }, contracts: readonly string[]): Promise<Set<string>> {
  const numbers = Array.from({ length: Number(range.to - range.from) + 1 }, (_, index) => range.from + BigInt(index))
  const [blocks, logs] = await Promise.all([
    reader.blocksWithCalls(numbers),
    contracts.length === 0 ? [] : reader.logs({ addresses: contracts, topics: [], fromBlock: range.from, toBlock: range.to }),
  ])
  const touched = new Set<string>()
  for (const block of blocks)
    for (const { from, to } of block?.calls ?? []) {
      touched.add(`eip155:${from}`)
      if (to !== null) touched.add(`eip155:${to}`)
    }
  for (const { topics, data } of logs)
    for (const address of addressesIn([...topics.slice(1), ...wordsOf(data)])) touched.add(`eip155:${address}`)
  return touched
}

const wordsOf = (data: string) =>
  data
    .slice(2)
    .match(/.{64}/g)
    ?.map((word) => `0x${word}`) ?? []

/** A word with twelve zero bytes in front may be an address; one too many costs a judgement, one too few would lose a deed. */
const addressesIn = (words: readonly string[]) =>
  words.filter((word) => word.startsWith(`0x${'0'.repeat(24)}`)).map((word) => `0x${word.slice(26)}`)
