import * as z from 'zod'
import { CairnError } from '#server/shared/errors.ts'
import { referencesIn } from '#server/verify/captures.ts'
import { leavesOf, ruleSchema } from '#server/verify/rule.ts'
import { prizeSchema } from './draw/prize.ts'
import { prerequisitesSchema } from './prerequisites/prerequisite.ts'
import { recurrenceSchema } from './recurrence/recurrence.ts'
import { cubeSlotsOf, isForm } from './stepForm.ts'
import { bilingual } from './text.ts'

/** The order is the category's number in the slot: only append. */
export const categories = ['defi', 'nft', 'identity', 'learn', 'social', 'infrastructure'] as const

const integer = (min: number, max: number) =>
  z
    .number()
    .int()
    .min(min)
    .max(max)
    .refine((value) => !Object.is(value, -0))

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])
/** A link for people: https, or http to this machine (the local stack's own pages). */
const link = z
  .string()
  .max(500)
  .refine((text) => {
    if (text.length > 500 || !URL.canParse(text)) return false
    const url = new URL(text)
    const safe = url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.has(url.hostname))
    return safe && url.username === '' && url.password === ''
  }, 'must be an https link')

/** What is read before a step is done; nothing of it is judged. The text is Markdown. */
const card = z.strictObject({ title: bilingual(80), text: bilingual(2000, { lines: true }) })

const step = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  title: bilingual(120),
  hint: bilingual(500).optional(),
  link: link.optional(),
  cards: z.array(card).min(1).max(12).optional(),
  rule: ruleSchema,
})

const basisPoints = integer(0, 10_000)

/** Who shares the fees that the slot takes for the quest, in basis points; what is left stays with the slot. */
const split = z
  .strictObject({ creator: basisPoints, publisher: basisPoints, referrer: basisPoints })
  .refine(({ creator, publisher, referrer }) => creator + publisher + referrer <= 10_000, 'shares must sum to at most 10,000')

/** A quest's content. Its hash (`rulesHashOf`) is what every credential of the quest carries. */
export const definitionSchema = z.strictObject({
  title: bilingual(80),
  summary: bilingual(240),
  description: bilingual(8000, { lines: true }),
  category: z.enum(categories),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: integer(1, 600),
  points: integer(0, 100_000),
  expiresAfterSeconds: integer(0, 2 ** 32 - 1),
  steps: z
    .array(step)
    .min(1)
    .max(20)
    .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'step ids must differ'),
  order: z.enum(['any', 'sequence']),
  /** All must hold when a member begins, and again when the place is taken. */
  prerequisites: prerequisitesSchema.optional(),
  recurrence: recurrenceSchema.optional(),
  split: split.optional(),
  prize: prizeSchema.optional(),
})

export type Definition = z.infer<typeof definitionSchema>
export type Step = Definition['steps'][number]
export type FeeSplit = NonNullable<Definition['split']>

/** What a definition may weigh before anything walks through it. */
export const definitionLimits = { bytes: 65_536, depth: 24, nodes: 5000 } as const

/**
 * Reads a definition. Size, depth and node count are looked at first and without recursion, so no input can exhaust the stack.
 * Throws `quest.malformed` naming the first field that does not hold.
 */
export function parseDefinition(value: unknown): Definition {
  refuseHeavy(value, 'definition')
  const parsed = definitionSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw malformed(['definition', ...(issue?.path ?? [])].join('.'), issue?.message ?? 'not valid')
  }
  for (const [i, { rule }] of parsed.data.steps.entries()) {
    // What is handed in is kept by step: files of CUBEs go together, however many slots they are of.
    const forms = leavesOf(rule).filter(({ leaf }) => isForm(leaf)).length + (cubeSlotsOf(rule).length > 0 ? 1 : 0)
    if (forms > 1) throw malformed(`definition.steps.${i}.rule`, 'at most one quiz, poll, survey or visit, or CUBEs of other slots')
  }
  refuseCaptures(parsed.data)
  return parsed.data
}

/**
 * `capture-order`: a value is captured by one step of the quest, under a name that no other step uses, and read by later steps only. A step that reads its
 * own value, and two steps that read each other's, break the same rule.
 */
function refuseCaptures({ steps }: Definition) {
  const known = new Set<string>()
  for (const [i, { rule }] of steps.entries()) {
    const leaves = leavesOf(rule).map(({ leaf }) => leaf)
    const missing = leaves.flatMap(({ params }) => referencesIn(params)).find((name) => !known.has(name))
    if (missing !== undefined)
      throw malformed(`definition.steps.${i}.rule`, `capture-order: an earlier step captures ${missing}`, `$prev.${missing}`)
    for (const name of leaves.flatMap(({ capture }) => Object.keys(capture ?? {}))) {
      if (known.has(name)) throw malformed(`definition.steps.${i}.rule`, 'capture-order: each name is captured once', name)
      known.add(name)
    }
  }
}

/** Throws `quest.malformed` for what is too heavy to be walked through. `field`: its name in the error. */
export function refuseHeavy(value: unknown, field: string): void {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let nodes = 0
  let bytes = 0
  for (let next = open.pop(); next; next = open.pop()) {
    if (++nodes > definitionLimits.nodes) throw malformed(field, `at most ${definitionLimits.nodes} values`)
    if (next.depth > definitionLimits.depth) throw malformed(field, `at most ${definitionLimits.depth} levels`)
    if (typeof next.value === 'string') bytes += next.value.length
    if (bytes > definitionLimits.bytes) throw malformed(field, `at most ${definitionLimits.bytes} characters`)
    if (typeof next.value !== 'object' || next.value === null) continue
    const { depth } = next
    for (const child of Object.values(next.value)) open.push({ value: child, depth: depth + 1 })
  }
}

const malformed = (field: string, expected: string, found?: string) =>
  new CairnError('quest.malformed', `The quest's definition does not hold at ${field}.`, {
    meta: { field, expected, ...(found === undefined ? {} : { found }) },
  })
