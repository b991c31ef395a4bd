import type { LeafScope } from '../context.ts'
import type { Fact } from '../evidence.ts'
import type { EvidenceItem, Query } from '../query.ts'
import type { Seen, Status, Text } from '../verdict.ts'
import type { KindId, ParamsOf } from './params.ts'

/** What a judge says about one leaf: `facts` are the decoded things that the verdict rests on. */
export type Judgement = { status: Status; seen: Seen[]; next?: Text; facts: Fact[] }

export type Warning = { code: string; path: (string | number)[]; message: Text }

/**
 * One kind of check. All functions are pure: `plan` says what to read for one member, `judge` reads nothing but that evidence and never throws,
 * `describe` says in words what is wanted, `lint` warns authors of rules that are easily farmed or can never pass.
 */
export type Kind<K extends KindId> = {
  id: K
  plan(params: ParamsOf<K>, scope: LeafScope): Query[]
  judge(params: ParamsOf<K>, evidence: readonly EvidenceItem[], scope: LeafScope): Judgement
  describe(params: ParamsOf<K>, scope: Pick<LeafScope, 'chain'>): Text
  lint(params: ParamsOf<K>): Warning[]
}
