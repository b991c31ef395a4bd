import type { Head, SolanaReader, StateAt } from '#chains/reader.ts'
import type { BlockRef, EvidenceOf, SolanaAccountQuery, Tag } from '../query.ts'
import { type Answered, itemOf, type Part, toBlockRef } from './items.ts'

/**
 * Solana gives no state of a past slot, so every value is read at the tag's commitment and no older than the head's block of that tag, which stands for it:
 * two endpoints that see the same value say the same.
 */
export function atOf(tag: Tag, head: Head): { at: StateAt; block: BlockRef } {
  const { number } = head[tag]
  return { at: { commitment: tag === 'finalized' ? 'finalized' : 'confirmed', since: number }, block: toBlockRef(head[tag]) }
}

/** Accounts of many members in as few requests as there are hundreds of them; kept for the head they were read at. */
export function createAccountsPart(reader: SolanaReader): Part<'solana.account'> {
  const kept = createHeadCache<EvidenceOf<'solana.account'>['records']>()
  return {
    clear: kept.clear,
    async read(queries, head): Promise<Answered[]> {
      kept.turnTo(head)
      for (const [tag, group] of Map.groupBy(queries, ({ at }) => at)) {
        const { at, block } = atOf(tag, head)
        const missing = group.filter((query) => !kept.has(keyOf(query)))
        const bytes = Math.max(0, ...missing.map((query) => query.bytes))
        const addresses = [...new Set(missing.map(({ address }) => address))]
        const found = new Map((await reader.accounts(addresses, bytes, at)).map((account, index) => [addresses[index], account]))
        for (const query of missing) {
          const { address } = query
          const account = found.get(address)
          const data = account?.data.slice(0, 2 + 2 * query.bytes) ?? '0x'
          kept.set(keyOf(query), [{ address, owner: account?.owner ?? null, lamports: String(account?.lamports ?? 0n), data, block }])
        }
      }
      return queries.map((query) => {
        const records = kept.get(keyOf(query)) ?? []
        return { query, item: itemOf<'solana.account'>({ query, records, upTo: head.latest.number }, reader, head) }
      })
    },
  }
}

const keyOf = ({ address, bytes, at }: SolanaAccountQuery) => `${at}|${address}|${bytes}`

/** Values as they were at one head; another head begins anew. */
export function createHeadCache<V>() {
  const values = new Map<string, V>()
  let keptFor = ''
  return {
    turnTo(head: Head) {
      const key = `${head.latest.hash} ${head.finalized.hash}`
      if (keptFor !== key) values.clear()
      keptFor = key
    },
    has: (key: string) => values.has(key),
    get: (key: string) => values.get(key),
    set: (key: string, value: V) => void values.set(key, value),
    delete: (key: string) => void values.delete(key),
    clear: () => values.clear(),
  }
}
