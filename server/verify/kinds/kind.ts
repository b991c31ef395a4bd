import type * as z from 'zod'
import type { Namespace } from '#chains/chain.ts'
import type { LeafScope } from '../context.ts'
import type { Fact } from '../evidence.ts'
import type { EvidenceItem, Query } from '../query.ts'
import type { ReasonCode, Seen, Status, Text } from '../verdict.ts'
import type { Components } from './abi.ts'
import type { Form } from './form.ts'

/**
 * What a judge says about one leaf: `facts` are the decoded things that the verdict rests on. `code`: why it is no pass, where there is a name for that
 * (`Reason` of verdict.ts); it stays when the words change.
 */
export type Judgement = { status: Status; seen: Seen[]; next?: Text; code?: ReasonCode; facts: Fact[] }

export type Warning = { code: string; path: (string | number)[]; message: Text }

/** What a leaf says beside its parameters, where a warning may depend on it. */
export type LeafTerms = { window?: { from?: unknown; to?: unknown } | undefined }

/**
 * One kind of check. All functions are pure: `plan` says what to read for one member, `judge` reads nothing but that evidence and never throws,
 * `describe` says in words what is wanted, `lint` warns authors of rules that are easily farmed or can never pass, `form` is what an author fills in.
 */
export type Kind<Id extends string = string, P = never> = {
  readonly id: Id
  /** The parameters as an author writes them; what is not named there is refused. */
  readonly params: z.ZodType<P>
  /** The kind of chain that a leaf names; null = none. A function where the parameters decide. */
  readonly namespace: Namespace | null | ((params: P) => Namespace | null)
  /** CAIP-2 ids of the chains that it reads beside the leaf's own. */
  chains?(params: P): string[]
  /**
   * Everything to be read, given what was read so far: asked again with the answers until it asks for nothing new (at most `planRounds` times), so a kind
   * can follow what it found (the other end of a bridge, the state behind a log).
   */
  plan(params: P, scope: LeafScope, read: readonly EvidenceItem[]): Query[]
  judge(params: P, evidence: readonly EvidenceItem[], scope: LeafScope): Judgement
  describe(params: P, scope: Pick<LeafScope, 'chain'>): Text
  lint(params: P, leaf?: LeafTerms): Warning[]
  /** The arguments that `capture` may take out of the first fact's `decoded.args`, and their types; absent = nothing to capture. */
  captures?(params: P): Components
  readonly form: Form
}

/** Types a kind by its own schema. */
export function defineKind<const Id extends string, P>(kind: Kind<Id, P>): Kind<Id, P> {
  return kind
}
