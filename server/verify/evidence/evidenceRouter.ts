import { canonicalJson } from '#server/shared/canonical.ts'
import { type ChainQuery, type EvidenceItem, isChainQuery, type OffchainQuery, type Query } from '../query.ts'
import type { EvidenceReader } from '../run.ts'
import { problemItem } from './items.ts'
import type { OffchainEvidence } from './offchainEvidenceClient.ts'

/** Hands each query to whoever answers it: chains in one pass of many members, everything else about the one member who asks. */
export function createEvidenceRouter({ chain, offchain }: { chain: EvidenceReader; offchain: OffchainEvidence }): EvidenceReader {
  return {
    async read(queries, asker) {
      const chainQueries = queries.filter(isChainQuery)
      const others = new Map(queries.filter(isOffchain).map((query) => [canonicalJson(query), query]))
      const [read, answered] = await Promise.all([
        chainQueries.length === 0 ? [] : chain.read(chainQueries, asker),
        Promise.all([...others].map(async ([key, query]) => [key, await (asker ? offchain(query, asker) : unasked(query))] as const)),
      ])
      const byChain = new Map<ChainQuery, EvidenceItem | undefined>(chainQueries.map((query, index) => [query, read[index]]))
      const byKey = new Map(answered)
      return queries.map((query) => (isChainQuery(query) ? byChain.get(query) : byKey.get(canonicalJson(query))) ?? unasked(query))
    },
    costOf: (item) => chain.costOf?.(item) ?? 0,
  }
}

const isOffchain = (query: Query): query is OffchainQuery => !isChainQuery(query)

const unasked = (query: Query) => problemItem(query, { reason: 'refused', retryable: false, detail: 'nobody reads this query' })
