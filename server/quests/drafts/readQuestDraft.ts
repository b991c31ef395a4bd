import * as z from 'zod'
import { isCairnError } from '#server/shared/errors.ts'
import { shortly } from '#server/shared/found.ts'
import { lintRule, type RuleWarning } from '#server/verify/lint.ts'
import { maxSupply, termProblems } from '../createQuest.ts'
import { type Definition, readDefinition } from '../definition.ts'
import { refuseUnreadChains } from '../foreignRule.ts'
import type { Problem } from '../problem.ts'
import type { QuestDeps } from '../questWork.ts'
import { type Document, type PublishedTerms, rulesIn, textDigest } from './document.ts'

/** An author's word that a warning is known. `digest`: of the rule that it was about, so it holds for that text only. */
export type Acknowledgement = { code: string; path: string; digest: string }

export type DraftWarning = RuleWarning & { acknowledged: boolean }

/** A draft as launching would read it. `definition` and `terms` are there when nothing of them is wrong. */
export type DraftReading = {
  problems: Problem[]
  warnings: DraftWarning[]
  definition: Definition | null
  terms: PublishedTerms | null
}

/** Shown at once: a file of garbage has thousands. */
const mostProblems = 100

/** Reads a draft by the parser that launches quests: every problem at once, and the warnings of every rule that can be read. Pure; nothing is looked up. */
export function readQuestDraft(
  { chains, now }: Pick<QuestDeps, 'chains' | 'now'>,
  { slug, document, acknowledged, opened }: { slug: string; document: Document; acknowledged: readonly Acknowledgement[]; opened: boolean },
): DraftReading {
  const content = readDefinition(document.definition)
  const definition = 'definition' in content ? content.definition : null
  const read = readTerms(document)
  const terms = 'terms' in read ? read.terms : null
  const problems = [
    ...('problems' in content ? content.problems : []),
    ...('problems' in read ? read.problems : []),
    ...(terms ? termProblems({ slug, ...terms, prizes: true }, definition) : []),
    // A quest that runs keeps its window.
    ...(terms && !opened && terms.closesAt.getTime() <= now()
      ? [{ field: 'closesAt', found: terms.closesAt.toISOString(), expected: 'a time to come' }]
      : []),
    ...(definition ? chainProblems({ chains }, definition) : []),
  ]
  const whole = problems.length === 0
  return {
    problems: problems.slice(0, mostProblems),
    warnings: warningsOf(document, acknowledged),
    definition: whole ? definition : null,
    terms: whole ? terms : null,
  }
}

const supply = z.number().int().min(1).max(maxSupply)
const time = z.iso.datetime({ offset: true }).max(40)

/** In wei, decimal; of 27 digits at most, so that with its places it can still be in a vault. */
const wei = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,26})$/)
  .nullish()
  .transform((text) => BigInt(text ?? 0))

function readTerms(document: Document): { terms: NonNullable<DraftReading['terms']> } | { problems: Problem[] } {
  const read = {
    rewardPerMint: wei.safeParse(document.rewardPerMint),
    feePerMint: wei.safeParse(document.feePerMint),
    supply: supply.safeParse(document.supply),
    opensAt: time.safeParse(document.opensAt),
    closesAt: time.safeParse(document.closesAt),
  }
  const { rewardPerMint, feePerMint } = read
  if (read.supply.success && read.opensAt.success && read.closesAt.success && rewardPerMint.success && feePerMint.success) {
    const paid = { rewardPerMint: rewardPerMint.data, feePerMint: feePerMint.data }
    return { terms: { supply: read.supply.data, opensAt: new Date(read.opensAt.data), closesAt: new Date(read.closesAt.data), ...paid } }
  }
  const [anInstant, amount] = ['a time with its offset', 'wei as a decimal of at most 27 digits, or nothing']
  const expected = { supply: `1 to ${maxSupply}`, opensAt: anInstant, closesAt: anInstant, rewardPerMint: amount, feePerMint: amount }
  const fields = ['supply', 'opensAt', 'closesAt', 'rewardPerMint', 'feePerMint'] as const
  return {
    problems: fields
      .filter((field) => !read[field].success)
      .map((field) => ({ field, found: String(shortly(document[field] ?? undefined)), expected: expected[field] })),
  }
}

const chainProblems = (deps: Pick<QuestDeps, 'chains'>, { steps }: Definition): Problem[] =>
  steps.flatMap(({ rule }, i) => problemFrom(() => refuseUnreadChains(deps, rule, `definition.steps.${i}.rule`)))

/** A refusal as a problem beside others; what is none is thrown on. */
export function problemFrom(work: () => void): Problem[] {
  try {
    work()
    return []
  } catch (error) {
    return [toProblem(error)]
  }
}

export function toProblem(error: unknown): Problem {
  if (!isCairnError(error) || error.meta.field === undefined) throw error
  const { field, found, expected } = error.meta
  return { field, found: String(found ?? 'another'), expected: String(expected) }
}

/** A quiz gets its salt when the quest is launched. */
const seenTo: ReadonlySet<string> = new Set(['no-salt'])

function warningsOf(document: Document, acknowledged: readonly Acknowledgement[]): DraftWarning[] {
  return rulesIn(document).flatMap(({ step, rule }) => {
    const digest = textDigest(rule)
    return lintRule(rule)
      .filter(({ code }) => !seenTo.has(code))
      .map((warning) => {
        const path = ['definition.steps', step, 'rule', warning.path].filter((part) => part !== '').join('.')
        const isKnown = acknowledged.some((one) => one.code === warning.code && one.path === path && one.digest === digest)
        return { ...warning, path, acknowledged: isKnown }
      })
  })
}

/** Warnings by what names them. */
type Named = readonly { code: string; path: string }[]

/** The acknowledgements that hold for this text: those that were there and are not taken back, and new ones of warnings that it has. Others are gone. */
export function acknowledge(
  document: Document,
  before: readonly Acknowledgement[],
  { more, less }: { more: Named; less: Named },
): Acknowledgement[] {
  const digests = new Map(rulesIn(document).map(({ step, rule }) => [step, textDigest(rule)]))
  const isIn = (named: Named, warning: DraftWarning) => named.some(({ code, path }) => code === warning.code && path === warning.path)
  const wanted = (warning: DraftWarning) => (warning.acknowledged && !isIn(less, warning)) || isIn(more, warning)
  return warningsOf(document, before)
    .filter(wanted)
    .map(({ code, path }) => ({ code, path, digest: digests.get(Number(path.split('.')[2])) ?? '' }))
}
