import { type ChainAccess, type ChainSource, createChainSource } from './evidence/chainSourceClient.ts'
import { problemItem, problemOf, type ReadLimits, readLimits } from './evidence/items.ts'
import { type EvidenceItem, isChainQuery, type Query } from './query.ts'
import type { EvidenceReader } from './run.ts'

export type { ChainAccess } from './evidence/chainSourceClient.ts'

export type EvidenceDeps = {
  /** Null for a chain that this process does not read. */
  access(chain: string): ChainAccess | null
  limits?: ReadLimits
  /** Milliseconds: tells whether a head is late. */
  now?(): number
  log?: { warn(fields: object, message: string): void }
}

type Waiting = { queries: readonly Query[]; answer: (items: EvidenceItem[]) => void }

/**
 * Runs queries of many members together. Calls of `read` made in the same moment become one pass: equal queries are asked once, and a chain is
 * asked in one pass at a time, so nothing is read twice. Never throws: what could not be read says so in its item.
 */
export function createEvidenceClient(deps: EvidenceDeps): EvidenceReader {
  const sources = new Map<string, ChainSource | null>()
  const busy = new Map<string, Promise<unknown>>()
  const costs = new WeakMap<EvidenceItem, number>()
  let waiting: Waiting[] = []

  const sourceOf = (chain: string) => {
    const known = sources.get(chain)
    if (known !== undefined) return known
    const access = deps.access(chain)
    const { limits = readLimits, now = Date.now, log } = deps
    const source = access ? createChainSource(access, { limits, now, log }) : null
    sources.set(chain, source)
    return source
  }

  /** One pass over a chain. `askers`: how many asked each query; they share the requests of the pass equally. */
  async function readChain(chain: string, askers: ReadonlyMap<Query, number>): Promise<Map<Query, EvidenceItem>> {
    const queries = [...askers.keys()]
    const source = sourceOf(chain)
    if (!source) return new Map(queries.map((query) => [query, problemItem(query, notRead)]))
    const before = busy.get(chain) ?? Promise.resolve()
    const turn = before.then(async () => {
      const started = source.requests()
      const items = await source.read(queries)
      const share = (source.requests() - started) / [...askers.values()].reduce((sum, count) => sum + count, 0)
      for (const item of items.values()) costs.set(item, share)
      return items
    })
    const answered = turn.catch((error: unknown) => new Map(queries.map((query) => [query, problemItem(query, problemOf(error))])))
    busy.set(chain, answered)
    return answered
  }

  async function flush() {
    const batch = waiting
    waiting = []
    const unique = new Map<string, Query>()
    const askers = new Map<Query, number>()
    const keyed = batch.map(({ queries, answer }) => ({ answer, queries: queries.map((query) => remember(unique, query)) }))
    for (const { queries } of keyed) for (const query of queries) askers.set(query, (askers.get(query) ?? 0) + 1)
    const byChain = Map.groupBy(askers, ([query]) => (isChainQuery(query) ? query.chain : ''))
    const answered = await Promise.all([...byChain].map(([chain, some]) => readChain(chain, new Map(some))))
    const items = new Map(answered.flatMap((found) => [...found]))
    for (const { queries, answer } of keyed) answer(queries.map((query) => items.get(query) ?? problemItem(query, nobodyReads)))
  }

  return {
    read: (queries) =>
      new Promise((answer) => {
        waiting.push({ queries, answer })
        if (waiting.length === 1) setTimeout(flush, 0)
      }),
    costOf: (item) => costs.get(item) ?? 0,
  }
}

/** The one query object that stands for all equal ones. Kinds write equal queries alike, so no canonical form is needed to find them. */
function remember(unique: Map<string, Query>, query: Query): Query {
  const key = JSON.stringify(query)
  const known = unique.get(key) ?? query
  unique.set(key, known)
  return known
}

const notRead = { reason: 'refused', retryable: false, detail: 'this chain is not read here' } as const
const nobodyReads = { reason: 'refused', retryable: false, detail: 'nobody reads this query' } as const
