import type { FinalityTag } from '#chains/chain.ts'
import { RetryableChainError } from '#chains/errors.ts'
import type { AnyReader, Block, Head } from '#chains/reader.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import { createEvmEvidence } from './evidence/evmEvidenceClient.ts'
import { problemItem, problemOf, type ReadLimits, readLimits } from './evidence/items.ts'
import { createSolanaEvidence } from './evidence/solanaEvidenceClient.ts'
import type { ChainEvidence } from './evidence/source.ts'
import { type EvidenceItem, isChainQuery, type Query, type ReadProblem } from './query.ts'
import type { EvidenceReader } from './run.ts'

/** The endpoints of one chain that may be asked; `quorum` of them, of different operators, must give the same answer. */
export type ChainAccess = { readers: readonly AnyReader[]; quorum: 1 | 2 }

export type EvidenceDeps = {
  /** Null for a chain that this process does not read. */
  access(chain: string): ChainAccess | null
  limits?: ReadLimits
}

/**
 * Runs queries of many members together. Calls of `read` made in the same moment become one pass: equal queries are asked once, and a chain is
 * asked in one pass at a time, so nothing is read twice. Never throws: what could not be read says so in its item.
 */
export function createEvidenceClient(deps: EvidenceDeps): EvidenceReader {
  const sources = new Map<string, { evidence: ChainEvidence[]; quorum: 1 | 2 } | null>()
  const busy = new Map<string, Promise<unknown>>()
  let waiting: { queries: readonly Query[]; answer: (items: EvidenceItem[]) => void }[] = []

  const sourceOf = (chain: string) => {
    if (!sources.has(chain)) {
      const access = deps.access(chain)
      const limits = deps.limits ?? readLimits
      const evidence = access?.readers.map((reader) =>
        reader.vm === 'evm' ? createEvmEvidence(reader, limits) : createSolanaEvidence(reader, limits),
      )
      sources.set(chain, access && evidence ? { evidence, quorum: access.quorum } : null)
    }
    return sources.get(chain) ?? null
  }

  async function readChain(chain: string, queries: Query[]): Promise<Map<Query, EvidenceItem>> {
    const source = sourceOf(chain)
    if (!source) return everywhere(queries, { reason: 'refused', retryable: false, detail: 'this chain is not read here' })
    const before = busy.get(chain) ?? Promise.resolve()
    const turn = before.then(() => (source.quorum === 1 ? readFirst(source.evidence, queries) : readAgreed(source.evidence, queries)))
    busy.set(chain, turn)
    return turn
  }

  async function flush() {
    const batch = waiting
    waiting = []
    const unique = new Map<string, Query>()
    const keyed = batch.map(({ queries, answer }) => ({ answer, keys: queries.map((query) => remember(unique, query)) }))
    const byChain = Map.groupBy(unique.values(), (query) => (isChainQuery(query) ? query.chain : ''))
    const answered = await Promise.all([...byChain].map(([chain, queries]) => readChain(chain, queries)))
    const items = new Map(answered.flatMap((found) => [...found]))
    for (const { keys, answer } of keyed) answer(keys.flatMap((key) => itemFor(unique.get(key), items)))
  }

  return {
    read: (queries) =>
      new Promise((answer) => {
        waiting.push({ queries, answer })
        if (waiting.length === 1) setTimeout(flush, 0)
      }),
  }
}

function remember(unique: Map<string, Query>, query: Query): string {
  const key = canonicalJson(query)
  if (!unique.has(key)) unique.set(key, query)
  return key
}

function itemFor(query: Query | undefined, items: ReadonlyMap<Query, EvidenceItem>): EvidenceItem[] {
  if (!query) return []
  return [items.get(query) ?? problemItem(query, { reason: 'refused', retryable: false, detail: 'nobody reads this query' })]
}

const everywhere = (queries: readonly Query[], problem: ReadProblem) =>
  new Map(queries.map((query) => [query, problemItem(query, problem)]))

/** Our own node: the first endpoint that answers. The next one is asked only when an endpoint fails as a whole. */
async function readFirst(sources: readonly ChainEvidence[], queries: Query[]): Promise<Map<Query, EvidenceItem>> {
  let problem: ReadProblem = { reason: 'refused', retryable: false, detail: 'no endpoint is configured' }
  for (const source of sources) {
    try {
      return await source.read(queries, await source.reader.head())
    } catch (error) {
      problem = problemOf(error)
    }
  }
  return everywhere(queries, problem)
}

/** Public endpoints: two operators must give the same records at the same blocks. An error never lowers the quorum. */
async function readAgreed(sources: readonly ChainEvidence[], queries: Query[]): Promise<Map<Query, EvidenceItem>> {
  const answering: { source: ChainEvidence; head: Head }[] = []
  let problem: ReadProblem = { reason: 'unreachable', retryable: true, detail: 'no endpoint answers' }
  for (const source of sources) {
    if (answering.some((other) => other.source.reader.operator === source.reader.operator)) continue
    try {
      answering.push({ source, head: await source.reader.head() })
    } catch (error) {
      problem = problemOf(error)
    }
    if (answering.length === 2) break
  }
  const [first, second] = answering
  if (!first) return everywhere(queries, problem)
  if (!second) return everywhere(queries, { reason: 'quorum', retryable: true, detail: `only ${first.source.reader.operator} answers` })
  try {
    const head = await agreedHead(first, second)
    const [one, other] = await Promise.all([first.source.read(queries, head), second.source.read(queries, head)])
    return new Map(queries.map((query) => [query, agreed(query, one.get(query), other.get(query))]))
  } catch (error) {
    const disagree = error instanceof RetryableChainError && error.reason === 'bad-answer'
    return everywhere(queries, disagree ? { reason: 'disagree', retryable: true, detail: 'heads differ' } : problemOf(error))
  }
}

type Asked = { source: ChainEvidence; head: Head }

/** The lower of both heads, tag by tag, that the higher one also knows by that hash. */
async function agreedHead(a: Asked, b: Asked): Promise<Head> {
  const lower = async (tag: FinalityTag): Promise<Block> => {
    const [low, high] = a.head[tag].number <= b.head[tag].number ? [a, b] : [b, a]
    const block = low.head[tag]
    const known = await high.source.reader.block(block.number)
    if (known?.hash === block.hash) return block
    const { chain, operator } = high.source.reader
    throw new RetryableChainError('bad-answer', { chain: chain.id, operator, detail: `another block ${block.number}` })
  }
  const [latest, safe, finalized] = await Promise.all([lower('latest'), lower('safe'), lower('finalized')])
  return { latest, safe, finalized }
}

function agreed(query: Query, one: EvidenceItem | undefined, other: EvidenceItem | undefined): EvidenceItem {
  if (!one || !other) return problemItem(query, { reason: 'quorum', retryable: true, detail: 'only one endpoint answers' })
  if (one.problem || other.problem)
    return problemItem(
      query,
      one.problem && other.problem ? one.problem : { reason: 'quorum', retryable: true, detail: 'only one endpoint answers' },
    )
  const same = canonicalJson(one.records) === canonicalJson(other.records) && one.toBlock === other.toBlock
  if (!same)
    return problemItem(query, { reason: 'disagree', retryable: true, detail: `${one.providers[0]} and ${other.providers[0]} differ` })
  return { ...one, providers: [...one.providers, ...other.providers] }
}
