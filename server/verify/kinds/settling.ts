import type { LeafScope } from '../context.ts'
import type { Fact } from '../evidence.ts'
import { type EvidenceItem, type HeadRef, isChainQuery, type ReadProblem } from '../query.ts'
import type { ReasonCode, Seen, Text } from '../verdict.ts'
import type { Components } from './abi.ts'
import type { Judgement } from './kind.ts'
import { isContinued } from './pages.ts'
import { sentences } from './wording.ts'

/**
 * Something the member did that meets every condition, and the sentence that says so. `time` in unix seconds; `decoded`: what measures look into;
 * `also`: blocks of other chains that it rests on as well.
 */
export type Match = {
  blockNumber: string
  time: number
  seen: Seen
  fact: Fact
  amount: bigint
  decoded?: { inputs: Components; args: unknown }
  also?: readonly Place[]
}

/** A block of one chain. */
export type Place = { chain: string; blockNumber: string }

/** Something the member did that comes close: what was missing is in the sentence. */
export type NearMiss = { seen: Seen; met: number }

export type Findings = { matches: Match[]; misses: NearMiss[] }

/** Decides whether matches are enough; the caller's conditions on how many and how much. */
export type Enough = (matches: readonly Match[]) => boolean

/**
 * Turns findings into a verdict with finality in mind: a pass rests on blocks at or below the leaf's finality only; what lies above makes it
 * pending, with confirmations counted; a read that failed or stopped early never becomes a "no".
 */
export function settle(findings: Findings, enough: Enough, reading: { evidence: readonly EvidenceItem[]; scope: LeafScope }): Judgement {
  const { evidence, scope } = reading
  const final = findings.matches.filter((match) => restsOn(match).every((place) => isFinal(place, scope, evidence)))
  if (enough(final)) return judged('pass', final)
  if (enough(findings.matches)) return waiting(findings.matches, reading)
  const problem = unread(evidence, scope)
  if (problem) return problem
  const misses = findings.misses.toSorted((a, b) => b.met - a.met).map(({ seen }) => seen)
  // What the member asked about is always answered.
  const answers = misses.filter(({ txHash }) => isPasted(txHash, scope))
  if (findings.matches.length > 0) {
    const judgement = judged('fail', findings.matches)
    return { ...judgement, seen: [...judgement.seen, ...answers], code: 'chain.not-enough' }
  }
  const closest = misses.filter(({ txHash }) => !isPasted(txHash, scope)).slice(0, 3)
  // A near miss has a sentence of its own, which says more than any code.
  if (answers.length + closest.length === 0) return { status: 'fail', seen: [], code: 'chain.nothing', facts: [] }
  return { status: 'fail', seen: [...answers, ...closest], facts: [] }
}

const isPasted = (txHash: string | undefined, { hashes = [] }: LeafScope) =>
  txHash !== undefined && hashes.some((hash) => hash === txHash || hash.toLowerCase() === txHash)

function judged(status: 'pass' | 'fail', matches: readonly Match[]): Judgement {
  return { status, seen: matches.slice(0, 10).map((match) => match.seen), facts: matches.slice(0, 100).map((match) => match.fact) }
}

const restsOn = ({ blockNumber, fact, also = [] }: Match): Place[] => [{ chain: fact.chain, blockNumber }, ...also]

function waiting(matches: readonly Match[], { evidence, scope }: { evidence: readonly EvidenceItem[]; scope: LeafScope }): Judgement {
  const open = matches.flatMap(restsOn).filter((place) => !isFinal(place, scope, evidence))
  const newest = open.reduce<Place | undefined>((a, b) => (a && BigInt(a.blockNumber) > BigInt(b.blockNumber) ? a : b), undefined)
  const head = newest && headOf(evidence, newest.chain)
  const seen = matches.slice(0, 10).map((match) => match.seen)
  const facts = matches.slice(0, 100).map((match) => match.fact)
  if (!head) return { status: 'pending', seen, next: sentences.waitForFinality(), code: 'chain.not-final', facts }
  const counted: Seen = { text: confirmations(newest.blockNumber, head, scope), chain: newest.chain, blockNumber: newest.blockNumber }
  return { status: 'pending', seen: [...seen, counted], next: sentences.waitForFinality(), code: 'chain.not-final', facts }
}

/** Blocks on top of it so far, of how many lie between the head and the wanted finality. */
export function confirmations(blockNumber: string, head: HeadRef, scope: LeafScope) {
  const latest = BigInt(head.latest.number)
  const need = latest - BigInt(head[scope.finality].number)
  const have = latest - BigInt(blockNumber)
  return sentences.confirmations(have < 0n ? 0n : have < need ? have : need, need)
}

/** True when the evidence's own head of that chain puts the block at or below the leaf's finality. */
export function isFinal({ chain, blockNumber }: Place, scope: LeafScope, evidence: readonly EvidenceItem[]): boolean {
  const head = headOf(evidence, chain)
  return head !== undefined && BigInt(blockNumber) <= BigInt(head[scope.finality].number)
}

/** A chain as it was seen when its first query was answered. */
export function headOf(evidence: readonly EvidenceItem[], chain: string): HeadRef | undefined {
  return evidence.find(({ head, query }) => head && isChainQuery(query) && query.chain === chain)?.head
}

/** The verdict when something could not be read: an error, or pending while history is still being read. Null when all was read. */
export function unread(evidence: readonly EvidenceItem[], scope: LeafScope): Judgement | null {
  if (evidence.length === 0) return said('fail', sentences.noWallet(scope.chain.split(':')[0] ?? ''), 'wallet.missing')
  const failed = evidence.find((item) => item.problem)
  if (failed?.problem) return problemSaid(failed.problem, chainOf(failed, scope))
  const open = evidence.find((item) => !item.complete && !isContinued(item, evidence))
  if (open && isTooLong(open)) return said('error', sentences.tooMany(open.records.length), 'chain.too-many')
  return open ? said('pending', sentences.stillReading(chainOf(open, scope), open.toBlock ?? '0'), 'chain.reading') : null
}

function problemSaid({ reason, retryable, detail }: ReadProblem, chain: string): Judgement {
  if (reason === 'unlinked') return said('fail', sentences.unlinked(detail), 'account.unlinked')
  if (reason === 'disagree') return said('pending', sentences.providersDisagree(chain), 'chain.disagree')
  if (reason === 'quorum') return said('pending', sentences.oneProvider(chain), 'chain.one-provider')
  if (reason === 'unproven') return said('error', sentences.unproven(chain, detail), 'chain.unproven')
  if (detail === 'pruned') return said('error', sentences.needsArchive(chain), 'chain.archive')
  return retryable
    ? said('error', sentences.chainDown(chain), 'chain.down')
    : said('error', sentences.cannotRead(chain), 'chain.cannot-read')
}

/** Read up to the head, and still not all of it is here. */
const isTooLong = ({ query, records, head, toBlock }: EvidenceItem) =>
  query.type === 'evm.logs' && records.length > 0 && head !== undefined && toBlock === head.latest.number

const said = (status: Judgement['status'], next: Text, code: ReasonCode): Judgement => ({ status, seen: [], next, code, facts: [] })

const chainOf = ({ query }: EvidenceItem, { chain }: LeafScope) => (isChainQuery(query) ? query.chain : chain)

/** Sum of a list of amounts. */
export const total = (matches: readonly Match[]) => matches.reduce((sum, match) => sum + match.amount, 0n)
