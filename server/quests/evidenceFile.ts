import type { Hex } from '#server/shared/bytes.ts'
import { canonicalDigest, canonicalJson } from '#server/shared/canonical.ts'
import type { Bundle } from '#server/verify/evidence.ts'
import { ruleDigest } from '#server/verify/evidence.ts'
import { leavesOf, type Rule } from '#server/verify/rule.ts'
import type { Definition, Step } from './definition.ts'

/** What a prize was won by: place of a CUBE (its index in the slot) among those of a quest; seed and ticket of a raffle, and the hash of L2's block. */
export type Won = { quest: string; rank: number; credential: number; block: string; seed?: string; ticket?: string }

/** What a credential's evidence digest is taken of: quest, version, rules, and the digest of each step's bundle. */
export type CompletionEvidence = {
  kind: 'quest'
  quest: string
  version: number
  rulesHash: string
  steps: Record<string, string>
  won?: Won
}

/** A definition with each rule in its digest's place: it can be shown although a quiz rule holds answers. */
export type SealedDefinition = Omit<Definition, 'steps'> & { steps: (Omit<Step, 'rule'> & { rule: Hex })[] }

/**
 * Everything that a credential's verdict rests on, as one file of canonical JSON that anyone can judge again. A step whose rule holds secrets (quiz
 * answers) stands in it by its digests only.
 */
export type EvidenceFile = {
  format: 'cairn-evidence-file-1'
  completion: CompletionEvidence
  definition: SealedDefinition
  rules: Record<string, Rule>
  bundles: Record<string, Bundle>
}

export function sealDefinition({ steps, ...rest }: Definition): SealedDefinition {
  return { ...rest, steps: steps.map(({ rule, ...step }) => ({ ...step, rule: ruleDigest(rule) })) }
}

/** The hash that every credential of the quest carries: of the definition with its rules by their digests, so that each rule can be opened alone. */
export const rulesHashOf = (definition: Definition): Hex => canonicalDigest(sealDefinition(definition))

/** True for a rule that must not leave the server. */
export const holdsSecrets = (rule: Rule): boolean => leavesOf(rule).some(({ leaf }) => leaf.kind === 'quiz')

type Parts = { completion: CompletionEvidence; definition: Definition; bundles: ReadonlyMap<string, Bundle> }

/** The file's text. `bundles` by step. */
export function writeEvidenceFile({ completion, definition, bundles }: Parts): string {
  const open = definition.steps.filter(({ rule }) => !holdsSecrets(rule))
  const file: EvidenceFile = {
    format: 'cairn-evidence-file-1',
    completion,
    definition: sealDefinition(definition),
    rules: Object.fromEntries(open.map(({ id, rule }) => [id, rule])),
    bundles: Object.fromEntries(open.flatMap(({ id }) => [bundles.get(id)].flatMap((bundle) => (bundle ? [[id, bundle]] : [])))),
  }
  return canonicalJson(file)
}
