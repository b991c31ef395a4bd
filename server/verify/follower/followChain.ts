import type { AnyReader, Block, EvmReader, Head, SolanaReader } from '#chains/reader.ts'
import type { Cursor } from '../cursorStore.ts'
import type { Happened } from './blockIndex.ts'

export type Place = Pick<Block, 'number' | 'hash'>

/**
 * What happened on a chain since the last look. `upTo`: the block up to which the look went; `more`: it stopped there, before the head.
 * `happened` is null when that cannot be told from its blocks (first look, a gap too long to look through, blocks that are missing): then anything may
 * have. `unseen`: it grew, but its blocks are not read; they could not be when `reason` says why, and are tried again from the same place. `behind`: no
 * endpoint is as far as we were.
 */
export type Observation =
  | { state: 'same' | 'behind'; chain: string; head: Head }
  | { state: 'advanced'; chain: string; head: Head; upTo: Place; more: boolean; happened: Happened | null }
  | { state: 'unseen'; chain: string; head: Head; reason: string | null }
  | { state: 'reorg'; chain: string; head: Head; from: bigint }
  | { state: 'down'; chain: string; reason: string }

/** Up to so many new blocks are looked through one by one. */
const mostBlocks = 200n
/** Blocks of Solana in one look: those of its main network have megabytes. */
const blocksPerLook = 20
/** Contracts in one log query: what public nodes take. */
const contractsPerQuery = 200

/** `blocks`: whether the chain's blocks are to be read. */
export type Since = { cursor: Cursor | undefined; contracts: readonly string[]; blocks: boolean }

/** Looks at a chain once, through the first endpoint that is as far as we were and gives its blocks. Never throws. */
export async function observe(readers: readonly AnyReader[], chain: string, since: Since): Promise<Observation> {
  let reason = 'no endpoint is configured'
  const poorer: Observation[] = []
  for (const reader of readers) {
    try {
      const seen = await look(reader, chain, since)
      if (seen.state !== 'behind' && !(seen.state === 'unseen' && seen.reason !== null)) return seen
      poorer.push(seen)
    } catch (error) {
      reason = reasonOf(error)
    }
  }
  return poorer.find(({ state }) => state === 'unseen') ?? poorer[0] ?? { state: 'down', chain, reason }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown')

async function look(reader: AnyReader, chain: string, { cursor, contracts, blocks }: Since): Promise<Observation> {
  const head = await reader.head()
  const { latest } = head
  const stands = cursor && cursor.hash !== '' ? await standing(reader, latest, cursor) : 'unknown'
  if (stands === 'same' || stands === 'behind') return { state: stands, chain, head }
  const from = BigInt(cursor?.height ?? 0)
  if (stands === 'left') return { state: 'reorg', chain, head, from }
  if (!blocks) return { state: 'unseen', chain, head, reason: null }
  if (!cursor || stands === 'unknown' || latest.number - from > mostBlocks)
    return { state: 'advanced', chain, head, upTo: latest, more: false, happened: null }
  if (reader.vm === 'evm') {
    const happened = await blocksSince(reader, cursor, { latest, contracts })
    return { state: 'advanced', chain, head, upTo: latest, more: false, happened }
  }
  try {
    return { state: 'advanced', chain, head, ...(await slotsSince(reader, cursor, latest)) }
  } catch (error) {
    return { state: 'unseen', chain, head, reason: reasonOf(error) }
  }
}

/**
 * How a head stands to the block where we were. A head below it is that of an endpoint that is behind, unless it is younger than the head that we saw: times
 * never go back along a chain. `unknown`: the endpoint does not have our block any more.
 */
async function standing(
  reader: AnyReader,
  latest: Block,
  { height, hash, headAt }: Cursor,
): Promise<'same' | 'ahead' | 'behind' | 'left' | 'unknown'> {
  if (latest.hash === hash) return 'same'
  const gap = latest.number - BigInt(height)
  if (gap < 0n) return latest.time * 1000 > headAt.getTime() ? 'left' : 'behind'
  if (gap === 0n) return 'left'
  // The usual case without another question: the next block names ours as its parent. Not every node of Solana says it right.
  const known = gap === 1n && reader.vm === 'evm' ? latest.parentHash : (await reader.block(BigInt(height)))?.hash
  return known === undefined ? 'unknown' : known === hash ? 'ahead' : 'left'
}

/** The transactions of the new blocks and the logs of watched contracts: one pass for all rules and members. Null when the endpoint lacks blocks. */
async function blocksSince(
  reader: EvmReader,
  { height }: Cursor,
  { latest, contracts }: { latest: Block; contracts: readonly string[] },
): Promise<Happened | null> {
  const fromBlock = BigInt(height) + 1n
  const groups = Array.from({ length: Math.ceil(contracts.length / contractsPerQuery) }, (_, index) =>
    contracts.slice(index * contractsPerQuery, (index + 1) * contractsPerQuery),
  )
  const [read, ...logs] = await Promise.all([
    reader.blocksWithCalls(numbers(fromBlock, latest.number)),
    ...groups.map((addresses) => reader.logs({ addresses, topics: [], fromBlock, toBlock: latest.number })),
  ])
  const blocks = read.filter((block) => block !== null)
  if (blocks.length < read.length || blocks.at(-1)?.hash !== latest.hash) return null
  return { calls: blocks.flatMap(({ calls }) => calls), logs: logs.flat(), named: [] }
}

/** Whom the transactions of the next blocks name. */
async function slotsSince(reader: SolanaReader, { height, hash }: Cursor, latest: Block) {
  const next = await reader.blocksWithAccounts(BigInt(height) + 1n, blocksPerLook)
  const blocks = next.filter(({ number }) => number <= latest.number)
  const upTo: Place = blocks.at(-1) ?? { number: BigInt(height), hash }
  const more = blocks.length === blocksPerLook && upTo.number < latest.number
  return { upTo, more, happened: { calls: [], logs: [], named: blocks.flatMap(({ transactions }) => transactions) } }
}

const numbers = (from: bigint, to: bigint) => Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index))
