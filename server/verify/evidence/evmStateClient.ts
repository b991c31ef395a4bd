import type { Block, EvmReader, Head } from '#chains/reader.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import type { BlockRef, StateQuery } from '../query.ts'
import type { BlockTimes } from './blockTimeClient.ts'
import { type Answered, behind, itemOf, type Part, toBlockRef } from './items.ts'

/** Values of the state at the head's blocks or at older ones, all of one block in one go; kept by the hash of their block. */
export function createStatePart(reader: EvmReader, times: BlockTimes): Part<'evm.state'> {
  const kept = new Map<string, string | null>()
  let keptFor = ''

  async function blockOf({ at }: StateQuery, head: Head): Promise<BlockRef> {
    if (typeof at === 'string') return toBlockRef(head[at])
    const number = 'block' in at ? BigInt(at.block) : before(await times.firstAt(at.time + 1, head))
    const block: Block | null = number > head.latest.number ? null : await reader.block(number)
    if (!block) throw behind(reader, `block ${number} is not there`)
    return toBlockRef(block)
  }

  return {
    clear: () => kept.clear(),
    async read(queries, head): Promise<Answered[]> {
      if (keptFor !== head.latest.hash) kept.clear()
      keptFor = head.latest.hash
      const blocks = new Map<string, BlockRef>()
      for (const { at } of queries) {
        const key = canonicalJson(at)
        if (!blocks.has(key)) blocks.set(key, await blockOf({ at } as StateQuery, head))
      }
      const asked = queries.flatMap((query) => {
        const block = blocks.get(canonicalJson(query.at))
        return block ? [{ query, block, key: `${block.hash}|${canonicalJson(query.read)}` }] : []
      })
      for (const group of Map.groupBy(asked, ({ block }) => block.hash).values()) {
        const missing = [...new Map(group.filter(({ key }) => !kept.has(key)).map((one) => [one.key, one])).values()]
        const [first] = missing
        if (!first) continue
        const values = await reader.state(
          missing.map(({ query }) => query.read),
          BigInt(first.block.number),
        )
        for (const [index, { key }] of missing.entries()) kept.set(key, values[index] ?? null)
      }
      return asked.map(({ query, block, key }) => {
        const records = [{ value: kept.get(key) ?? null, block }]
        return { query, item: itemOf<'evm.state'>({ query, records, upTo: head.latest.number }, reader, head) }
      })
    },
  }
}

const before = (number: bigint) => (number === 0n ? 0n : number - 1n)
