import { type ChainError, isChainError, RetryableChainError } from '#chains/errors.ts'
import type { Block, ChainReader, Head } from '#chains/reader.ts'
import type { BlockRef, EvidenceItem, EvidenceOf, HeadRef, Query, ReadProblem, RecordOf } from '../query.ts'
import { earlier } from './rangeCache.ts'

/** Most blocks of history read in one pass (the rest follows in the next, and the evidence says so), most records of one query. */
export type ReadLimits = { logBlocks: bigint; callBlocks: bigint; signaturePages: number; records: number }
export const readLimits: ReadLimits = { logBlocks: 500_000n, callBlocks: 5_000n, signaturePages: 50, records: 1_000 }

export type Answered = { query: Query; item: EvidenceItem }

/** One part of the evidence: how to read queries of one type at one head. */
export type Part<T extends Query['type']> = {
  read(queries: Extract<Query, { type: T }>[], head: Head): Promise<Answered[]>
  clear(): void
}

type Found<T extends Query['type']> = { query: Extract<Query, { type: T }>; records: RecordOf[T][]; upTo: bigint; truncated?: boolean }

/** An item as the one reader's answer, complete when it was read up to the head. */
export function itemOf<T extends Query['type']>(
  { query, records, upTo, truncated }: Found<T>,
  reader: ChainReader,
  head: Head,
): EvidenceOf<T> {
  const complete = upTo >= head.latest.number && truncated !== true
  return { query, records, head: toHeadRef(head), toBlock: upTo.toString(), complete, providers: [reader.operator] }
}

/** An item that says why nothing was read. */
export function problemItem(query: Query, problem: ReadProblem): EvidenceItem {
  // An item without records fits every query.
  return { query, records: [], complete: false, providers: [], problem } as EvidenceItem
}

/** What a judge may know of an error: anything that is not surely permanent is retryable, so a bug is never read as a "no". */
export function problemOf(error: unknown): ReadProblem {
  if (!isChainError(error)) return { reason: 'unreachable', retryable: true, detail: error instanceof Error ? error.name : 'unknown' }
  const { reason, retryable } = error
  return { reason: retryable ? 'unreachable' : 'refused', retryable, detail: reason }
}

/** The block left the chain between two reads, or the node is behind: the next pass sees the chain that stays. */
export function behind(reader: ChainReader, detail: string): ChainError {
  return new RetryableChainError('behind', { chain: reader.chain.id, operator: reader.operator, detail })
}

/** Reads the queries of one type; when that part fails, its items say so and the other parts stay as they are. */
export async function readPart<T extends Query['type']>(
  part: Part<T>,
  type: T,
  input: { queries: readonly Query[]; head: Head },
): Promise<Answered[]> {
  const mine = input.queries.filter((query): query is Extract<Query, { type: T }> => query.type === type)
  if (mine.length === 0) return []
  try {
    return await part.read(mine, input.head)
  } catch (error) {
    return mine.map((query) => ({ query, item: problemItem(query, problemOf(error)) }))
  }
}

/** How far all of a query's spans were read; a window that is not open yet counts as read. */
export function reached(spans: readonly { upTo: bigint }[], head: Head): bigint {
  return spans.reduce((least, { upTo }) => earlier(least, upTo), head.latest.number)
}

export const toBlockRef = (block: Block): BlockRef => ({ number: block.number.toString(), hash: block.hash, time: block.time })

export function toHeadRef(head: Head): HeadRef {
  return { latest: toBlockRef(head.latest), safe: toBlockRef(head.safe), finalized: toBlockRef(head.finalized) }
}

/** Order of blocks, then of hash or log index: the same records always make the same bundle. */
export function inOrder(
  a: { blockNumber: string; txHash: string; logIndex?: number },
  b: { blockNumber: string; txHash: string; logIndex?: number },
): number {
  if (a.blockNumber !== b.blockNumber) return BigInt(a.blockNumber) < BigInt(b.blockNumber) ? -1 : 1
  return (a.logIndex ?? 0) - (b.logIndex ?? 0) || (a.txHash < b.txHash ? -1 : a.txHash > b.txHash ? 1 : 0)
}
