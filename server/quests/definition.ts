import * as z from 'zod'
import { referencesIn } from '#server/verify/captures.ts'
import { leavesOf, ruleSchema } from '#server/verify/rule.ts'
import { prizeSchema } from './draw/prize.ts'
import { prerequisitesSchema } from './prerequisites/prerequisite.ts'
import { malformed, type Problem, problemsOf, refuseFirst } from './problem.ts'
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
export const linkSchema = z
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
  link: linkSchema.optional(),
  cards: z.array(card).min(1).max(12).optional(),
  rule: ruleSchema,
})

/** A picture that the space uploaded, by its content's hash, and what it shows, for who does not see it. */
const cover = z.strictObject({ picture: z.string().regex(/^[0-9a-f]{64}$/), alt: bilingual(200) })

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
  cover: cover.optional(),
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
 * Reads a definition: either what it says, or every problem at once. Size, depth and node count are looked at first and without recursion, so no input can
 * exhaust the stack.
 */
export function readDefinition(value: unknown): { definition: Definition } | { problems: Problem[] } {
  const heavy = weightProblem(value, 'definition')
  if (heavy) return { problems: [heavy] }
  const parsed = definitionSchema.safeParse(value)
  if (!parsed.success) return { problems: problemsOf(parsed.error, value, 'definition') }
  const problems = [...formProblems(parsed.data), ...captureProblems(parsed.data)]
  return problems.length > 0 ? { problems } : { definition: parsed.data }
}

/** The definition, or `quest.malformed` naming the first field that does not hold. */
export function parseDefinition(value: unknown): Definition {
  const read = readDefinition(value)
  if ('definition' in read) return read.definition
  refuseFirst(read.problems)
  throw malformed('definition', 'a definition')
}

/** What is handed in is kept by step: files of CUBEs go together, however many slots they are of. */
const formProblems = ({ steps }: Definition): Problem[] =>
  steps.flatMap(({ rule }, i) => {
    const forms = leavesOf(rule).filter(({ leaf }) => isForm(leaf)).length + (cubeSlotsOf(rule).length > 0 ? 1 : 0)
    const expected = 'at most one quiz, poll, survey or visit, or CUBEs of other slots'
    return forms > 1 ? [{ field: `definition.steps.${i}.rule`, found: `${forms} of them`, expected }] : []
  })

/**
 * `capture-order`: a value is captured by one step of the quest, under a name that no other step uses, and read by later steps only. A step that reads its
 * own value, and two steps that read each other's, break the same rule.
 */
function captureProblems({ steps }: Definition): Problem[] {
  const known = new Set<string>()
  return steps.flatMap(({ rule }, i) => {
    const field = `definition.steps.${i}.rule`
    const leaves = leavesOf(rule).map(({ leaf }) => leaf)
    const missing = [...new Set(leaves.flatMap(({ params }) => referencesIn(params)))].filter((name) => !known.has(name))
    const problems = missing.map((name) => ({ field, found: `$prev.${name}`, expected: `capture-order: an earlier step captures ${name}` }))
    for (const name of leaves.flatMap(({ capture }) => Object.keys(capture ?? {}))) {
      if (known.has(name)) problems.push({ field, found: name, expected: 'capture-order: each name is captured once' })
      known.add(name)
    }
    return problems
  })
}

/** Throws `quest.malformed` for what is too heavy to be walked through. `field`: its name in the error. */
export function refuseHeavy(value: unknown, field: string): void {
  const heavy = weightProblem(value, field)
  if (heavy) throw malformed(heavy.field, heavy.expected)
}

function weightProblem(value: unknown, field: string): Problem | null {
  const more = (expected: string): Problem => ({ field, found: 'more', expected })
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let nodes = 0
  let bytes = 0
  for (let next = open.pop(); next; next = open.pop()) {
    if (++nodes > definitionLimits.nodes) return more(`at most ${definitionLimits.nodes} values`)
    if (next.depth > definitionLimits.depth) return more(`at most ${definitionLimits.depth} levels`)
    if (typeof next.value === 'string') bytes += next.value.length
    if (bytes > definitionLimits.bytes) return more(`at most ${definitionLimits.bytes} characters`)
    if (typeof next.value !== 'object' || next.value === null) continue
    const { depth } = next
    for (const child of Object.values(next.value)) open.push({ value: child, depth: depth + 1 })
  }
  return null
}
