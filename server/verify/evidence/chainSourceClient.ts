import type { Chain } from '#chains/chain.ts'
import { createPool, type Pool } from '#chains/pool/createPool.ts'
import type { AnyReader, EvmReader, Head } from '#chains/reader.ts'
import type { OpenCubeFiles } from '../cubeFiles.ts'
import type { EvidenceItem, Query, ReadProblem } from '../query.ts'
import { knows } from './agreedHead.ts'
import { type Completeness, createCompleteness } from './completenessClient.ts'
import { decideByProof } from './disputeClient.ts'
import { createEvmEvidence } from './evmEvidenceClient.ts'
import { hashAt, readHeads, type Viewer, witnesses } from './headsClient.ts'
import { problemItem, problemOf, type ReadLimits } from './items.ts'
import { createProofs, type Proofs } from './proofClient.ts'
import { disputeItem, type Said, settleQuery } from './quorum.ts'
import { createSolanaEvidence } from './solanaEvidenceClient.ts'
import type { ChainEvidence } from './source.ts'

/** The endpoints of one chain that may be asked; `quorum` of them, of different operators, must give the same answer. */
export type ChainAccess = { readers: readonly AnyReader[]; quorum: 1 | 2; pool?: Pool }

export type SourceDeps = {
  limits: ReadLimits
  now(): number
  openCubeFiles?: OpenCubeFiles | undefined
  log?: { warn(fields: object, message: string): void } | undefined
}

type Items = Map<Query, EvidenceItem>
/** Evidence of one chain, from all of its endpoints. */
export type ChainSource = { read(queries: readonly Query[]): Promise<Items>; requests(): number }

export function createChainSource(access: ChainAccess, deps: SourceDeps): ChainSource {
  const pool = access.pool ?? createPool(access.readers)
  const kept = new Map<AnyReader, ChainEvidence>()
  const evidenceOf = (reader: AnyReader): ChainEvidence => {
    const { limits, openCubeFiles } = deps
    const evidence =
      kept.get(reader) ?? (reader.vm === 'evm' ? createEvmEvidence(reader, limits, openCubeFiles) : createSolanaEvidence(reader, limits))
    kept.set(reader, evidence)
    return evidence
  }
  const proofs = createProofs()
  const source = {
    pool,
    evidenceOf,
    proofs,
    completeness: createCompleteness(proofs),
    forget: (reader: AnyReader) => void kept.delete(reader),
    ...deps,
  }
  return {
    read: (queries) => (access.quorum === 1 ? readOwn(source, queries) : readAgreed(source, queries)),
    requests: () => pool.readers.reduce((sum, reader) => sum + reader.requests(), 0),
  }
}

type Source = SourceDeps & {
  /** Drops what was read from an endpoint. */
  forget(reader: AnyReader): void
  pool: Pool
  evidenceOf(reader: AnyReader): ChainEvidence
  proofs: Proofs
  completeness: Completeness
}

/**
 * Nodes of our own: the first that answers is believed, with a proof for what is in blocks. What one cannot answer is asked of the next; what it did
 * answer is kept.
 */
async function readOwn(source: Source, queries: readonly Query[]): Promise<Items> {
  const items = everywhere(queries, { reason: 'refused', retryable: false, detail: 'no endpoint is configured' })
  const order = source.pool.order()
  if (order.length === 0 && source.pool.readers.length > 0)
    return everywhere(queries, { reason: 'unreachable', retryable: true, detail: 'every endpoint is waited for' })
  for (const reader of order) {
    const open = queries.filter((query) => items.get(query)?.problem)
    if (open.length === 0) break
    for (const [query, item] of await provenAnswers(source, reader, open)) items.set(query, item)
  }
  return items
}

/** One node's answers. On EVM what it says of blocks is proven: a node of ours may be broken, or somebody may stand between it and us. */
async function provenAnswers(
  { evidenceOf, forget, proofs, completeness, limits, log }: Source,
  reader: AnyReader,
  queries: readonly Query[],
): Promise<Items> {
  try {
    const head = await reader.head()
    const items = [...(await evidenceOf(reader).read(queries, head)).values()]
    if (reader.vm !== 'evm') return new Map(items.map((item) => [item.query, item]))
    const complete = await completeness.check(await proofs.prove(items, reader), { reader, head, limit: limits.records })
    const unproven = complete.find(({ problem }) => problem?.reason === 'unproven')
    if (unproven) {
      // What it said is not kept: the next pass may find it repaired.
      forget(reader)
      log?.warn({ chain: reader.chain.id, detail: unproven.problem?.detail }, 'our node says what cannot be proven')
    }
    return new Map(complete.map((item) => [item.query, item]))
  } catch (error) {
    return everywhere(queries, problemOf(error))
  }
}

/** Public endpoints: what two operators say and none of those asked contradicts. An error never lowers the quorum. */
async function readAgreed(source: Source, queries: readonly Query[]): Promise<Items> {
  const order = source.pool.order()
  // Endpoints of one operator count once: the second is asked only when the first is out.
  const readers = order.filter((reader, index) => order.findIndex(({ operator }) => operator === reader.operator) === index)
  const chain = readers[0]?.chain
  const clock = { now: source.now(), lateMs: chain ? lateAfter(chain) : 0 }
  const { heads, viewers, vote, rest, failure } = await readHeads(readers, clock)
  source.pool.sawHeads(heads)
  if (heads.size === 0) return everywhere(queries, failure === null ? noEndpoint : problemOf(failure))
  if ('dispute' in vote)
    return everywhere(queries, {
      reason: heads.size < 2 ? 'quorum' : vote.dispute,
      retryable: true,
      detail: heads.size < 2 ? `only ${[...heads.keys()][0]?.operator} answers` : `heads differ: ${vote.operators.join(', ')}`,
    })
  const { head, against } = vote
  for (const { reader, view } of viewers) if (against.includes(view.operator)) doubt(source, reader, 'outvoted', 'another block')
  const asked = await readAll(source, queries, { head, viewers, rest })
  return settleAll(source, queries, asked)
}

const noEndpoint: ReadProblem = { reason: 'unreachable', retryable: true, detail: 'no endpoint answers' }
const everywhere = (queries: readonly Query[], problem: ReadProblem): Items =>
  new Map(queries.map((query) => [query, problemItem(query, problem)]))
/** A head older than twenty block times is late, and in any case not before ten seconds. */
const lateAfter = ({ blockTimeMs }: Chain) => Math.max(10_000, 20 * blockTimeMs)

type Asked = { said: Map<Query, Said[]>; readers: AnyReader[] }

/**
 * Asks everyone who knows the agreed head, three at first; whoever fails at a query is replaced by the next operator for that query alone, and so is
 * asked when an answer is disputed.
 */
async function readAll(
  source: Source,
  queries: readonly Query[],
  from: { head: Head; viewers: readonly Viewer[]; rest: readonly AnyReader[] },
): Promise<Asked> {
  const said = new Map<Query, Said[]>(queries.map((query) => [query, []]))
  const knowing = from.viewers.filter(({ view }) => knows(view, from.head.latest)).map(({ reader }) => reader)
  const readers: AnyReader[] = []
  const ask = async (reader: AnyReader, open: readonly Query[]) => {
    readers.push(reader)
    const answers = await answersOf(source.evidenceOf(reader), open, from.head)
    for (const query of open) {
      const item = answers.get(query)
      if (item) said.get(query)?.push({ operator: reader.operator, item })
    }
  }
  await Promise.all(knowing.slice(0, witnesses).map((reader) => ask(reader, queries)))
  for (const reader of [...knowing.slice(witnesses), ...from.rest]) {
    const open = queries.filter((query) => isOpen(query, said.get(query) ?? []))
    if (open.length === 0) break
    if (knowing.includes(reader) || (await hashAt(reader, from.head.latest.number)) === from.head.latest.hash) await ask(reader, open)
  }
  return { said, readers }
}

const isOpen = (query: Query, said: readonly Said[]) => {
  const answers = said.filter(({ item }) => !item.problem)
  return answers.length < witnesses || 'dispute' in settleQuery(query, said)
}

async function answersOf(evidence: ChainEvidence, queries: readonly Query[], head: Head): Promise<Items> {
  try {
    return await evidence.read(queries, head)
  } catch (error) {
    return everywhere(queries, problemOf(error))
  }
}

/** Settles each query by its answers, disputes about logs and transactions by proof. */
async function settleAll(source: Source, queries: readonly Query[], { said, readers }: Asked): Promise<Items> {
  const items: Items = new Map()
  const evm = readers.filter((reader): reader is EvmReader => reader.vm === 'evm')
  const doubts = new Map<string, 'outvoted' | 'disproved'>()
  for (const query of queries) {
    const settled = settleQuery(query, said.get(query) ?? [])
    if ('item' in settled) {
      items.set(query, settled.item)
      for (const operator of settled.dissent) doubts.set(operator, doubts.get(operator) ?? 'outvoted')
      continue
    }
    const decision = await decideByProof(source.proofs, settled.dispute, { readers: evm, limit: source.limits.records })
    items.set(query, decision?.item ?? disputeItem(query, settled.dispute))
    for (const operator of decision?.outvoted ?? []) doubts.set(operator, doubts.get(operator) ?? 'outvoted')
    for (const operator of decision?.disproved ?? []) doubts.set(operator, 'disproved')
  }
  for (const reader of readers) {
    const how = doubts.get(reader.operator)
    if (how) doubt(source, reader, how, 'another answer')
  }
  return items
}

function doubt({ pool, forget, log }: Source, reader: AnyReader, how: 'outvoted' | 'disproved', what: string) {
  pool.doubt(reader, how)
  if (how === 'disproved') forget(reader)
  log?.warn({ chain: reader.chain.id, operator: reader.operator, how }, `an operator gave ${what} than the others`)
}
