import type { LeafScope } from '../context.ts'
import type { Fact } from '../evidence.ts'
import type { EvidenceItem, HeadRef } from '../query.ts'
import type { Seen } from '../verdict.ts'
import type { Components } from './abi.ts'
import type { Judgement } from './kind.ts'
import { sentences } from './wording.ts'

/**
 * Something the member did that meets every condition, and the sentence that says so. `time` in unix seconds; `decoded`: what measures look into.
 */
export type Match = {
  blockNumber: string
  time: number
  seen: Seen
  fact: Fact
  amount: bigint
  decoded?: { inputs: Components; args: unknown }
}

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
  const final = findings.matches.filter((match) => isFinal(match.blockNumber, scope, evidence))
  if (enough(final)) return judged('pass', final)
  if (enough(findings.matches)) return waiting(findings.matches, reading)
  const problem = unread(evidence, scope)
  if (problem) return problem
  if (findings.matches.length > 0) return judged('fail', findings.matches)
  const closest = findings.misses.toSorted((a, b) => b.met - a.met).slice(0, 3)
  return { status: 'fail', seen: closest.map((miss) => miss.seen), facts: [] }
}

function judged(status: 'pass' | 'fail', matches: readonly Match[]): Judgement {
  return { status, seen: matches.slice(0, 10).map((match) => match.seen), facts: matches.slice(0, 100).map((match) => match.fact) }
}

function waiting(matches: readonly Match[], { evidence, scope }: { evidence: readonly EvidenceItem[]; scope: LeafScope }): Judgement {
  const newest = matches.reduce((a, b) => (BigInt(b.blockNumber) > BigInt(a.blockNumber) ? b : a))
  const head = headOf(evidence)
  const seen = matches.slice(0, 10).map((match) => match.seen)
  const facts = matches.slice(0, 100).map((match) => match.fact)
  if (!head) return { status: 'pending', seen, next: sentences.waitForFinality(), facts }
  const counted: Seen = { text: confirmations(newest.blockNumber, head, scope), chain: scope.chain, blockNumber: newest.blockNumber }
  return { status: 'pending', seen: [...seen, counted], next: sentences.waitForFinality(), facts }
}

/** Blocks on top of it so far, of how many lie between the head and the wanted finality. */
export function confirmations(blockNumber: string, head: HeadRef, scope: LeafScope) {
  const latest = BigInt(head.latest.number)
  const need = latest - BigInt(head[scope.finality].number)
  const have = latest - BigInt(blockNumber)
  return sentences.confirmations(have < 0n ? 0n : have < need ? have : need, need)
}

/** True when the evidence's own head puts that block at or below the leaf's finality. */
export function isFinal(blockNumber: string, scope: LeafScope, evidence: readonly EvidenceItem[]): boolean {
  const head = headOf(evidence)
  return head !== undefined && BigInt(blockNumber) <= BigInt(head[scope.finality].number)
}

export function headOf(evidence: readonly EvidenceItem[]): HeadRef | undefined {
  return evidence.find((item) => item.head)?.head
}

/** The verdict when something could not be read: an error, or pending while history is still being read. Null when all was read. */
export function unread(evidence: readonly EvidenceItem[], scope: LeafScope): Judgement | null {
  if (evidence.length === 0) return { status: 'fail', seen: [], next: sentences.noWallet(scope.chain.split(':')[0] ?? ''), facts: [] }
  const problem = evidence.find((item) => item.problem)?.problem
  if (problem?.reason === 'unlinked') return { status: 'fail', seen: [], next: sentences.unlinked(problem.detail), facts: [] }
  if (problem?.reason === 'disagree') return { status: 'pending', seen: [], next: sentences.providersDisagree(scope.chain), facts: [] }
  if (problem?.reason === 'quorum') return { status: 'pending', seen: [], next: sentences.oneProvider(scope.chain), facts: [] }
  if (problem?.reason === 'unproven') return { status: 'error', seen: [], next: sentences.unproven(scope.chain, problem.detail), facts: [] }
  if (problem)
    return {
      status: 'error',
      seen: [],
      next: problem.retryable ? sentences.chainDown(scope.chain) : sentences.cannotRead(scope.chain),
      facts: [],
    }
  const open = evidence.find((item) => !item.complete)
  return open ? { status: 'pending', seen: [], next: sentences.stillReading(scope.chain, open.toBlock ?? '0'), facts: [] } : null
}

/** Sum of a list of amounts. */
export const total = (matches: readonly Match[]) => matches.reduce((sum, match) => sum + match.amount, 0n)
