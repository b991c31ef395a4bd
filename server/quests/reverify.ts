import * as z from 'zod'
import type { Hex } from '#server/shared/bytes.ts'
import { canonicalDigest, canonicalJson } from '#server/shared/canonical.ts'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import { type Bundle, bundleDigest, ruleDigest } from '#server/verify/evidence.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { type EvidenceReader, planRule, replayBundle, verifyRule } from '#server/verify/run.ts'
import type { Verdict } from '#server/verify/verdict.ts'
import type { EvidenceFile } from './evidenceFile.ts'

/**
 * What judging a step again said. `agrees`: the same verdict by the same facts; `secret`: its rule is not in the file, only bound by its digest;
 * `differs`: what the chain says today is not what the credential rests on.
 */
export type StepReplay = { step: string; result: 'agrees' | 'secret' | 'differs' | 'unread'; verdict: Verdict | null }

/** `evidenceDigest`: what the credential must carry. */
export type Replay = { evidenceDigest: Hex; quest: string; steps: StepReplay[] }

/**
 * Judges every step of an evidence file again, from nothing but the file: all of it is bound by the credential's evidence digest, and any changed
 * byte is found. Throws `evidence.malformed` naming the part that does not hold.
 */
export function replayFile(text: string): Replay {
  const file = readFile(text)
  const { completion, definition } = file
  expectEqual('completion.rulesHash', canonicalDigest(definition), completion.rulesHash)
  expectEqual(
    'completion.steps',
    Object.keys(completion.steps).toSorted().join(),
    definition.steps
      .map(({ id }) => id)
      .toSorted()
      .join(),
  )
  const known = new Set(definition.steps.map(({ id }) => id))
  for (const part of ['rules', 'bundles'] as const)
    for (const step of Object.keys(file[part])) if (!known.has(step)) throw malformed(`${part}.${step}`, 'a step', 'a step of the quest')
  return {
    evidenceDigest: canonicalDigest(completion),
    quest: completion.quest,
    steps: definition.steps.map(({ id, rule }) => replayStep(file, id, rule)),
  }
}

function replayStep(file: EvidenceFile, step: string, sealed: string): StepReplay {
  const [given, bundle] = [file.rules[step], file.bundles[step]]
  if (given === undefined && bundle === undefined) return { step, result: 'secret', verdict: null }
  if (given === undefined || bundle === undefined) throw malformed(`bundles.${step}`, 'one of rule and bundle', 'both or neither')
  expectEqual(`rules.${step}`, ruleDigest(given), sealed)
  expectEqual(`bundles.${step}`, bundleDigest(bundle), file.completion.steps[step])
  try {
    return { step, result: 'agrees', verdict: judgeAgain(step, parseRule(given), bundle) }
  } catch (cause) {
    if (isCairnError(cause)) throw cause
    throw malformed(`bundles.${step}`, 'no bundle', 'a bundle', cause)
  }
}

function judgeAgain(step: string, rule: Rule, bundle: Bundle): Verdict {
  const again = replayBundle(rule, bundle)
  if (!again) throw malformed(`bundles.${step}.rule`, bundle.rule, ruleDigest(rule))
  // The facts too: they are what people are shown.
  expectEqual(`bundles.${step}.leaves`, bundleDigest(again.bundle), bundleDigest(bundle))
  expectEqual(`bundles.${step}.status`, again.verdict.status, 'pass')
  for (const { path, queries } of planRule(rule, bundle.context, bundle.leaves)) {
    const asked = bundle.leaves.find((leaf) => leaf.path === path)?.items.map(({ query }) => canonicalJson(query)) ?? []
    // A bundle that answers other questions than the rule asks proves nothing.
    if (queries.some((query) => !asked.includes(canonicalJson(query))))
      throw malformed(`bundles.${step}.${path}`, 'other queries', 'those of the rule')
  }
  return again.verdict
}

/** Reads everything fresh and judges again: whether the chains still say what the credential rests on. Throws as `replayFile` does. */
export async function replayOnline(deps: { evidence: EvidenceReader }, text: string): Promise<Replay> {
  const offline = replayFile(text)
  const file = readFile(text)
  const steps = await Promise.all(
    offline.steps.map(async (one): Promise<StepReplay> => {
      const [rule, bundle] = [file.rules[one.step], file.bundles[one.step]]
      if (one.result !== 'agrees' || !rule || !bundle) return one
      const { context, offchain } = bundle
      const { verdict, bundle: fresh } = await verifyRule(deps, parseRule(rule), { context, ...(offchain ? { offchain } : {}) })
      const unread = verdict.status === 'error' || verdict.status === 'pending'
      const same = verdict.status === 'pass' && sameTransactions(bundle, fresh)
      return { step: one.step, result: same ? 'agrees' : unread ? 'unread' : 'differs', verdict }
    }),
  )
  return { ...offline, steps }
}

/** Each transaction that the credential rests on is still there, in the same block. */
function sameTransactions(before: Bundle, after: Bundle): boolean {
  const facts = (bundle: Bundle) => bundle.leaves.flatMap((leaf) => leaf.facts).filter(({ txHash }) => txHash !== undefined)
  const found = new Set(facts(after).map(({ chain, txHash, blockHash }) => `${chain}|${txHash}|${blockHash}`))
  return facts(before).every(({ chain, txHash, blockHash }) => found.has(`${chain}|${txHash}|${blockHash}`))
}

const text = z.string()
const fileShape = z.strictObject({
  format: z.literal('cairn-evidence-file-1'),
  completion: z.strictObject({
    ...{ kind: z.literal('quest'), quest: text, version: z.int(), rulesHash: text, steps: z.record(text, text) },
    won: z
      .strictObject({ quest: text, rank: z.int(), credential: z.int(), block: text, seed: text.optional(), ticket: text.optional() })
      .optional(),
  }),
  definition: z.looseObject({ steps: z.array(z.looseObject({ id: text, rule: text })) }),
  rules: z.record(text, z.looseObject({})),
  bundles: z.record(text, z.looseObject({})),
})

function readFile(given: string): EvidenceFile {
  let file: unknown
  try {
    file = JSON.parse(given)
  } catch (cause) {
    throw malformed('file', 'not JSON', 'an evidence file', cause)
  }
  // Written canonically, so even a moved space is a change.
  if (canonicalJson(file) !== given.trimEnd()) throw malformed('file', 'other bytes', 'canonical JSON (RFC 8785)')
  const read = fileShape.safeParse(file)
  const issue = read.error?.issues[0]
  if (issue) throw malformed(issue.path.join('.') || 'file', issue.code, issue.message)
  // Rules and bundles are looked at once their digests hold.
  return file as EvidenceFile
}

function expectEqual(field: string, found: unknown, expected: unknown) {
  if (found !== expected) throw malformed(field, found, expected)
}

const malformed = (field: string, found: unknown, expected: unknown, cause?: unknown) =>
  new CairnError('evidence.malformed', `The evidence does not hold at ${field}.`, {
    meta: { field, found, expected },
    ...(cause === undefined ? {} : { cause }),
  })
