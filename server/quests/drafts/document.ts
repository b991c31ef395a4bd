import { createHash } from 'node:crypto'
import { canonicalJson } from '#server/shared/canonical.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type Rule, readRule } from '#server/verify/rule.ts'
import { type Definition, definitionSchema, refuseHeavy } from '../definition.ts'

/** What authors write: a definition that may lack or break anything, and the terms of the quest. Times are ISO 8601. */
export type Document = {
  definition: Record<string, unknown>
  supply: unknown
  opensAt: unknown
  closesAt: unknown
  /** What each completion brings and what it costs beside that, in wei as decimals; absent or null: nothing. */
  rewardPerMint?: unknown
  feePerMint?: unknown
}

/** Parts to put in place of those that are there; null takes one away. Of a definition each of its fields is a part. */
export type Changes = { definition?: Record<string, unknown> | undefined } & Partial<Record<Term, unknown>>

const terms = ['supply', 'opensAt', 'closesAt', 'rewardPerMint', 'feePerMint'] as const
type Term = (typeof terms)[number]

export const emptyDocument: Document = { definition: {}, supply: null, opensAt: null, closesAt: null }

/** A draft's JSON: half again what a definition may weigh, so that names of fields and a text too long have room. */
const mostCharacters = 98_304

const known: ReadonlySet<string> = new Set(Object.keys(definitionSchema.shape))

/** The document with these changes. Throws `input.invalid` for a field that no definition has, `quest.malformed` for more than a draft may hold. */
export function applyChanges(document: Document, given: Changes): Document {
  refuseHeavy(given, 'changes')
  // What JSON cannot say, such as 1e999, is nothing from here on.
  const changes: Changes = JSON.parse(JSON.stringify(given))
  for (const name of Object.keys(changes.definition ?? {}))
    if (!known.has(name))
      throw new CairnError('input.invalid', 'A definition has no such field.', {
        meta: { field: `changes.definition.${name.slice(0, 80)}`, found: 'a field that is not known', expected: [...known].join(', ') },
      })
  const definition = Object.fromEntries(
    Object.entries({ ...document.definition, ...changes.definition }).filter(([, value]) => value !== null && value !== undefined),
  )
  const next = { ...document, definition }
  for (const term of terms) if (changes[term] !== undefined) next[term] = changes[term]
  refuseHeavy(next, 'changes')
  const length = JSON.stringify(next).length
  if (length > mostCharacters)
    throw new CairnError('quest.malformed', 'A draft holds less than that.', {
      meta: { field: 'changes', found: length, expected: `at most ${mostCharacters} characters of JSON` },
    })
  return next
}

/** Names of the parts that differ, a definition's with `definition.` before them. */
export function changedParts(before: Document, after: Document): string[] {
  const names = new Set([...Object.keys(before.definition), ...Object.keys(after.definition)])
  const parts = [...names].filter((name) => !same(before.definition[name], after.definition[name])).map((name) => `definition.${name}`)
  return [...parts.toSorted(), ...terms.filter((term) => !same(before[term], after[term]))]
}

/** Whether two values are the same JSON, in whatever order their members stand. */
export const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** The document of a quest as it was published. */
export const documentOf = (definition: Definition, terms: PublishedTerms): Document => ({
  definition,
  supply: terms.supply,
  opensAt: terms.opensAt.toISOString(),
  closesAt: terms.closesAt.toISOString(),
  rewardPerMint: terms.rewardPerMint > 0n ? String(terms.rewardPerMint) : null,
  feePerMint: terms.feePerMint > 0n ? String(terms.feePerMint) : null,
})

export type PublishedTerms = { supply: number; opensAt: Date; closesAt: Date; rewardPerMint: bigint; feePerMint: bigint }

/** Rules of the steps that can be read, by their place: a draft is worked on step by step. */
export function rulesIn({ definition }: Document): { step: number; rule: Rule }[] {
  const steps = Array.isArray(definition.steps) ? definition.steps.slice(0, mostSteps) : []
  return steps.flatMap((step: unknown, i) => {
    const read = readRule(step !== null && typeof step === 'object' && 'rule' in step ? step.rule : undefined)
    return 'rule' in read ? [{ step: i, rule: read.rule }] : []
  })
}

/** More than a definition may have, so a step too many is still looked at. */
const mostSteps = 24

/** Of a text that an acknowledgement holds for. Unlike the digests of rules this one takes any string. */
export const textDigest = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** Titles and slug, to be searched. */
export function foundBy(slug: string, { definition: { title } }: Document): string {
  const texts = title !== null && typeof title === 'object' ? Object.values(title).filter((text) => typeof text === 'string') : []
  return [slug, ...texts].map(searchable).join('\n')
}

/** In lower case, without what a column of text cannot hold. */
export const searchable = (text: string): string =>
  text
    .slice(0, 200)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .toLowerCase()

/** The title as far as there is one. */
export function titleIn({ definition: { title } }: Document): { en: string | null; ja: string | null } {
  const text = (language: string) => {
    const value = title !== null && typeof title === 'object' ? (title as Record<string, unknown>)[language] : undefined
    return typeof value === 'string' ? value.slice(0, 200) : null
  }
  return { en: text('en'), ja: text('ja') }
}
