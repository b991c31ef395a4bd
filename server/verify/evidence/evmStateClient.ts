import { isChainError } from '#chains/errors.ts'
import type { EvmReader, Head } from '#chains/reader.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import type { BlockRef, StateQuery } from '../query.ts'
import type { BlockTimes } from './blockTimeClient.ts'
import { type Answered, behind, itemOf, type Part, problemItem, problemOf, toBlockRef } from './items.ts'
import { createStateCache } from './stateCache.ts'

type Asked = { query: StateQuery; block: BlockRef; key: string }

/** Values of the state at the head's blocks or at older ones, all of one block in one go; kept by the hash of their block. */
export function createStatePart(reader: EvmReader, times: BlockTimes): Part<'evm.state'> {
  const values = createStateCache<string | null>(100_000)
  const blocks = createStateCache<BlockRef>(20_000)

  /** The number that a query means, or null beyond the head. */
  async function numberOf({ at }: Pick<StateQuery, 'at'>, head: Head): Promise<bigint | null> {
    if (typeof at === 'string') return head[at].number
    if ('block' in at) return BigInt(at.block) > head.latest.number ? null : BigInt(at.block)
    const next = await times.firstAt(at.time + 1, head)
    return next === 0n ? 0n : next - 1n
  }

  async function blocksOf(queries: readonly StateQuery[], head: Head): Promise<Map<string, BlockRef>> {
    const numbers = new Map<string, bigint>()
    for (const { at } of queries) {
      const key = canonicalJson(at)
      const number = numbers.has(key) ? null : await numberOf({ at }, head)
      if (number !== null) numbers.set(key, number)
    }
    const known = new Map([head.latest, head.safe, head.finalized].map((block) => [block.number, toBlockRef(block)]))
    const missing = [...new Set(numbers.values())].filter((number) => !known.has(number) && !blocks.has(String(number)))
    const read = missing.length === 0 ? [] : await reader.blocks(missing)
    for (const [index, block] of read.entries())
      if (block) blocks.set(String(missing[index]), toBlockRef(block), block.number <= head.finalized.number)
    return new Map(
      [...numbers].flatMap(([key, number]) => {
        const block = known.get(number) ?? blocks.get(String(number))
        return block ? [[key, block] as const] : []
      }),
    )
  }

  /** What is not kept yet of one block. A refusal (no state of so old a block) concerns this block alone, an endpoint that is gone all of them. */
  async function fill(group: readonly Asked[], head: Head): Promise<unknown> {
    const missing = [...new Map(group.filter(({ key }) => !values.has(key)).map((one) => [one.key, one])).values()]
    const [first] = missing
    if (!first) return null
    const reads = missing.map(({ query }) => query.read)
    try {
      const found = await reader.state(reads, BigInt(first.block.number))
      const final = BigInt(first.block.number) <= head.finalized.number
      for (const [index, { key }] of missing.entries()) values.set(key, found[index] ?? null, final)
      return null
    } catch (error) {
      if (isChainError(error) && error.retryable && error.reason !== 'behind' && error.reason !== 'pruned') throw error
      return error
    }
  }

  return {
    clear() {
      values.clear()
      blocks.clear()
    },
    async read(queries, head): Promise<Answered[]> {
      for (const cache of [values, blocks]) cache.moveTo(head.latest.hash)
      const byAt = await blocksOf(queries, head)
      const asked = queries.flatMap((query): Asked[] => {
        const block = byAt.get(canonicalJson(query.at))
        return block ? [{ query, block, key: `${block.hash}|${canonicalJson(query.read)}` }] : []
      })
      const answered: Answered[] = []
      for (const group of Map.groupBy(asked, ({ block }) => block.hash).values()) {
        const failure = await fill(group, head)
        for (const { query, block, key } of group) {
          const records = [{ value: values.get(key) ?? null, block }]
          const read = failure === null || values.has(key)
          const item = itemOf<'evm.state'>({ query, records, upTo: head.latest.number }, reader, head)
          answered.push({ query, item: read ? item : problemItem(query, problemOf(failure)) })
        }
      }
      const done = new Set(answered.map(({ query }) => query))
      const beyond = problemOf(behind(reader, 'the block is not there'))
      return [...answered, ...queries.filter((query) => !done.has(query)).map((query) => ({ query, item: problemItem(query, beyond) }))]
    },
  }
}
