import { canonicalJson } from '#server/shared/canonical.ts'
import type { EvidenceItem, Query } from '../query.ts'

/**
 * A wider question, asked only once the first ones found nothing: what it finds are near misses (sent to somebody else, attested by somebody else), which
 * people are told. Whether it was answered changes no verdict: who settles one leaves it out.
 */
export type Looks<Q extends Query> = { first: readonly Q[]; wider: readonly Q[] }

/** The questions that are due now. */
export function looksDue<Q extends Query>({ first, wider }: Looks<Q>, read: readonly EvidenceItem[]): Q[] {
  const keys = new Set(first.map((query) => canonicalJson(query)))
  const answers = read.filter(({ query }) => keys.has(canonicalJson(query)))
  const nothing = answers.length === keys.size && answers.every(({ complete, records }) => complete && records.length === 0)
  return nothing ? [...first, ...wider] : [...first]
}

/** What verdicts rest on: everything but the wider look. */
export function withoutWider({ wider }: Pick<Looks<Query>, 'wider'>, evidence: readonly EvidenceItem[]): EvidenceItem[] {
  const keys = new Set(wider.map((query) => canonicalJson(query)))
  return evidence.filter(({ query }) => !keys.has(canonicalJson(query)))
}
