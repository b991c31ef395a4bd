import { type Rule, readRule } from '#server/verify/rule.ts'
import type { Text } from '#server/verify/verdict.ts'
import { type Definition, definitionSchema, linkSchema, type Step } from '../definition.ts'
import { tiersOf } from '../draw/prize.ts'
import { rulesHashOf } from '../evidenceFile.ts'
import { requiredQuests } from '../prerequisites/prerequisite.ts'
import { type DescribeRule, type QuestPage, type StepView, toPage } from '../questViews.ts'
import type { QuestDeps } from '../questWork.ts'
import { checkDraft } from './checkDraft.ts'
import type { Document } from './document.ts'
import { type DraftName, enterDraft } from './enterDraft.ts'

type Deps = QuestDeps & { describe: DescribeRule; titles(slugs: readonly string[]): Promise<Map<string, Text>> }

/** `missing`: how many things are not there yet; dots stand for them. */
export type DraftPreview = { page: QuestPage; missing: number }

/** A draft as its page would show it to members, as far as it is written. Throws `not-found`, `auth.forbidden`. */
export async function previewDraft(deps: Deps, name: DraftName): Promise<DraftPreview> {
  const { draft, space, version, reading } = await deps.transact(async (work) => {
    const entered = await enterDraft(deps, work, name, 'read')
    return {
      draft: entered.draft,
      space: await work.quests.findSpaceById(name.spaceId),
      version: (entered.quest?.publishedVersion ?? 0) + (entered.life.stage === 'published' ? 0 : 1),
      reading: await checkDraft(deps, work, entered),
    }
  })
  const { document, slug } = draft
  const places = stepsOf(document)
  const definition = definitionOf(document, places)
  const titles = await deps.titles(requiredQuests(definition.prerequisites ?? []))
  const { prize } = definition
  const page = toPage({
    row: {
      quest: {
        slug,
        status: 'live',
        rewardPerMint: weiOf(document.rewardPerMint),
        completed: 0,
        period: definition.recurrence ? 0 : null,
        ...termsOf(document, deps.now()),
      },
      ...{ definition, address: slug, caution: false, version, started: false, completedAt: null, passedSteps: 0 },
      space: { slug: space?.slug ?? '', name: space?.name ?? '' },
      rulesHash: reading.definition ? rulesHashOf(reading.definition) : '',
    },
    ...{ describe: deps.describe, titles, facts: new Map(), paidPlaces: null, prizeOf: null, stop: null, now: deps.now() },
    feePerMint: document.feePerMint ? weiOf(document.feePerMint) : null,
    prize: prize
      ? {
          mode: prize.mode,
          tiers: tiersOf(prize).map((tier) => ({ places: tier.places, perWinner: String(tier.perWinner) })),
          commitment: null,
        }
      : null,
  })
  const written = new Map(page.stepList.map((step) => [step.id, step]))
  return {
    page: { ...page, steps: places.length, stepList: places.map((step) => written.get(step.id) ?? withoutRule(step)) },
    missing: reading.problems.length,
  }
}

const dots: Text = { en: '…', ja: '…' }
const noRule: Text = { en: 'This step has no rule yet.', ja: 'このステップには、まだルールがありません。' }

/** A step as far as it is written; its id is its own by its place. */
type Written = Omit<Step, 'rule'> & { rule: Rule | null }

const withoutRule = ({ rule: _, ...step }: Written): StepView => ({ ...shown(step), describe: noRule })
const shown = ({ id, title, hint, link, cards }: Omit<Written, 'rule'>) => ({
  ...{ id, title },
  ...(hint ? { hint } : {}),
  ...(link ? { link } : {}),
  ...(cards ? { cards } : {}),
})

const member = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined
const list = (value: unknown, most: number): unknown[] => (Array.isArray(value) ? value.slice(0, most) : [])

/** Each language as far as there is one. */
function textOf(value: unknown): Text {
  const said = (language: string) => {
    const text = member(value, language)
    return typeof text === 'string' && text.trim() !== '' ? text.slice(0, 8000) : dots.en
  }
  return { en: said('en'), ja: said('ja') }
}

function stepsOf({ definition }: Document): Written[] {
  return list(definition.steps, 20).map((step, i) => {
    const read = readRule(member(step, 'rule'))
    const link = linkSchema.safeParse(member(step, 'link'))
    const cards = list(member(step, 'cards'), 12).map((card) => ({
      title: textOf(member(card, 'title')),
      text: textOf(member(card, 'text')),
    }))
    return {
      id: `step-${i + 1}`,
      title: textOf(member(step, 'title')),
      ...(member(step, 'hint') ? { hint: textOf(member(step, 'hint')) } : {}),
      ...(link.success ? { link: link.data } : {}),
      ...(cards.length > 0 ? { cards } : {}),
      rule: 'rule' in read ? read.rule : null,
    }
  })
}

/** Each part that holds, and the least there can be in the place of others. */
function definitionOf({ definition: written }: Document, steps: readonly Written[]): Definition {
  const { shape } = definitionSchema
  const part = <T>(schema: { safeParse(value: unknown): { success: boolean; data?: T | undefined } }, name: string, otherwise: T): T => {
    const read = schema.safeParse(written[name])
    return read.success && read.data !== undefined ? read.data : otherwise
  }
  const optional = {
    cover: part(shape.cover, 'cover', undefined),
    prerequisites: part(shape.prerequisites, 'prerequisites', undefined),
    recurrence: part(shape.recurrence, 'recurrence', undefined),
    split: part(shape.split, 'split', undefined),
    prize: part(shape.prize, 'prize', undefined),
  }
  return {
    ...{ title: textOf(written.title), summary: textOf(written.summary), description: textOf(written.description) },
    category: part(shape.category, 'category', 'infrastructure'),
    difficulty: part(shape.difficulty, 'difficulty', 1),
    minutes: part(shape.minutes, 'minutes', 1),
    points: part(shape.points, 'points', 0),
    expiresAfterSeconds: part(shape.expiresAfterSeconds, 'expiresAfterSeconds', 0),
    order: part(shape.order, 'order', 'any'),
    steps: steps.flatMap(({ rule, ...step }) => (rule === null ? [] : { ...step, rule })),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Definition>),
  }
}

/** Wei as a decimal; nothing for what is none. */
const weiOf = (value: unknown): bigint => (typeof value === 'string' && /^[0-9]{1,27}$/.test(value) ? BigInt(value) : 0n)

const monthMs = 30 * 24 * 3_600_000

function termsOf({ supply, opensAt, closesAt }: Document, now: number) {
  const time = (value: unknown, otherwise: number) => {
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return new Date(Number.isNaN(at) ? otherwise : at)
  }
  return {
    supply: typeof supply === 'number' && Number.isSafeInteger(supply) && supply > 0 ? supply : 1,
    opensAt: time(opensAt, now),
    closesAt: time(closesAt, now + monthMs),
  }
}
