import type { Hex } from '#server/shared/bytes.ts'
import type { Offchain, RuleContext } from './context.ts'
import type { Bundle } from './evidence.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** A step of a live quest that a member has not passed yet (or passed on evidence that a reorg may still undo: `settlesAtFinality`). */
export type OpenStep = {
  participationId: string
  questSlug: string
  stepId: string
  rule: Rule
  context: RuleContext
  offchain?: Offchain
}

/** What the follower found out about a step. The bundle is stored under its digest. */
export type StepResult = {
  participationId: string
  questSlug: string
  stepId: string
  verdict: Verdict
  bundle: Bundle
  digest: Hex
}

/** What the follower needs from the room that knows quests. `record` is handed only results that differ from the last ones it was handed. */
export type FollowerPort = {
  /** Every open step, or those of the given participations. */
  openSteps(participationIds?: readonly string[]): Promise<OpenStep[]>
  /** Participations in which something changed since the last call; `all` when that cannot be told. */
  changes(): Promise<string[] | 'all'>
  record(results: StepResult[]): Promise<void>
}
