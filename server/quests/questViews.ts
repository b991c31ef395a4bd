import type { OAuthService } from '#server/verify/kinds/oauthFacts.ts'
import { publicQuiz } from '#server/verify/kinds/quiz.ts'
import type { SurveyQuestion } from '#server/verify/kinds/survey.ts'
import { leavesOf, type Rule } from '#server/verify/rule.ts'
import { planRule } from '#server/verify/run.ts'
import type { Text, Verdict } from '#server/verify/verdict.ts'
import type { Definition, FeeSplit } from './definition.ts'
import { questChains } from './discover/listing.ts'
import type { Prize } from './draw/prize.ts'
import { cubesIn, type KeptCube } from './keptCubes.ts'
import type { StopView } from './listedStore.ts'
import type { StepVerdictRow } from './participationStore.ts'
import type { Prerequisite, PrerequisiteState } from './prerequisites/prerequisite.ts'
import type { QuestListRow } from './questViewStore.ts'
import { attemptsOf, type QuizParams } from './quiz.ts'
import type { StreakView } from './recurrence/readStreak.ts'
import { type Recurrence, windowOf } from './recurrence/recurrence.ts'
import { cubeSlotsOf, formOf, type SlotRef, type StepForm } from './stepForm.ts'
import type { SubmissionRow } from './submissionStore.ts'

/** A quest in a list. Times are ISO 8601. */
export type QuestCard = {
  slug: string
  status: 'publishing' | 'live' | 'paused' | 'ended'
  title: Text
  summary: Text
  /** `picture`: its name at `/api/covers`; null for a quest that shows its stone only. */
  cover: { picture: string; alt: Text } | null
  category: Definition['category']
  difficulty: 1 | 2 | 3
  minutes: number
  points: number
  /** Coins for each completion, in wei as a decimal; null where there are none. */
  reward: string | null
  chains: string[]
  steps: number
  supply: number
  completed: number
  opensAt: string
  closesAt: string
  space: { slug: string; name: string }
  /** The space's mark is low: its page says why. */
  caution: boolean
  /** How often it comes again; null when it does not. */
  every: Recurrence['every'] | null
  my: 'none' | 'started' | 'completed'
  passedSteps: number
}

/** A quiz as a member sees it: without its answers. */
export type QuizView = {
  questions: { id: string; text: Text; choices: { id: string; text: Text }[] }[]
  attemptsLeft: number
  retryAt: string | null
}

/** A poll as a member sees it; how all voted is shown to those who did. */
export type PollView = {
  question: Text
  choices: { id: string; text: Text }[]
  least: number
  most: number
  voted: string[] | null
  tally: Record<string, number> | null
}
export type SurveyView = { questions: SurveyQuestion[]; answered: boolean }
export type VisitView = { host: string; dwellSeconds: number | null; openedAt: string | null; finished: boolean }

export type CubesView = { slots: SlotRef[]; added: KeptCube[] }

export type StepView = {
  id: string
  title: Text
  hint?: Text
  link?: string
  describe: Text
  /** Read one after the other before the step is done: titles, and texts in Markdown. */
  cards?: { title: Text; text: Text }[]
  quiz?: QuizView
  poll?: PollView
  survey?: SurveyView
  visit?: VisitView
  /** Services whose account the step asks about. */
  services?: OAuthService[]
  /** Slots whose CUBEs the step asks for, and those whose files the member added. */
  cubes?: CubesView
  /** Transactions that the member pasted; absent where none could help. */
  pasted?: string[]
}

/** What is known of a step for the member who looks. */
export type StepFacts = { submissions: SubmissionRow[]; tally: Record<string, number> | null; pasted: string[] }

/** What is asked for before the quest; `title`: of the quest that gives it. */
export type PrerequisiteView = { kind: 'quest' | 'credential'; quest: string; title: Text } | { kind: 'score'; min: number }

/** What a recurring quest is a period of. `slug`: where the family is found; `period` from 0; `nextAt`: when the next one opens, null after the last. */
export type FamilyView = Recurrence & { slug: string; period: number; nextAt: string | null }

export type QuestPage = QuestCard & {
  description: Text
  rulesHash: string
  version: number
  order: 'any' | 'sequence'
  prerequisites: PrerequisiteView[]
  family: FamilyView | null
  /** What the slot takes for each completion, out of the quest's own pool: wei, decimal. Null while the quest has no leaf. */
  feePerMint: string | null
  /** Completions that are paid for by now, those that are there among them; null where that is no matter. */
  paidPlaces: number | null
  /** How the quest's fees are shared, in basis points; null where nothing was said. */
  split: FeeSplit | null
  /** What there is to win, best tier first: amounts in wei, decimal. `commitment`: to the seed of a raffle. */
  prize: PrizeView | null
  /** The quest whose winners this one pays. */
  prizeOf: string | null
  /** Why it is in no list, and nobody new starts it; null when it is listed. */
  stop: StopView | null
  stepList: StepView[]
}

export type PrizeView = { mode: Prize['mode']; tiers: { places: number; perWinner: string }[]; commitment: string | null }

export type QuestProgress = {
  started: boolean
  /** Places of the quest that are taken by now. */
  taken: number
  steps: { id: string; verdict: Verdict | null; judgedAt: string | null }[]
  completedAt: string | null
  /** Where the member stands on each prerequisite, in their order; none once the quest is completed. */
  prerequisites: PrerequisiteState[]
  /** Of a recurring quest. */
  streak: StreakView | null
}

export type DescribeRule = (rule: Rule) => Text

/** What pages show of a quest's row. */
type ShownQuest = Pick<
  QuestListRow['quest'],
  'slug' | 'status' | 'rewardPerMint' | 'supply' | 'completed' | 'opensAt' | 'closesAt' | 'period'
>
type ShownRow = Omit<QuestListRow, 'quest'> & { quest: ShownQuest }

export function toCard(row: ShownRow): QuestCard {
  const { quest, definition } = row
  return {
    slug: quest.slug,
    // Drafts are shown to nobody.
    status: quest.status === 'draft' ? 'publishing' : quest.status,
    title: definition.title,
    summary: definition.summary,
    cover: definition.cover ?? null,
    category: definition.category,
    difficulty: definition.difficulty,
    minutes: definition.minutes,
    points: definition.points,
    reward: quest.rewardPerMint > 0n ? String(quest.rewardPerMint) : null,
    chains: questChains(definition),
    steps: definition.steps.length,
    supply: quest.supply,
    completed: quest.completed,
    opensAt: quest.opensAt.toISOString(),
    closesAt: quest.closesAt.toISOString(),
    space: row.space,
    caution: row.caution,
    every: definition.recurrence?.every ?? null,
    my: row.completedAt ? 'completed' : row.started ? 'started' : 'none',
    passedSteps: row.passedSteps,
  }
}

/** `titles`: of the quests that are asked for first, by slug. */
export type PageInput = {
  row: ShownRow
  describe: DescribeRule
  facts: ReadonlyMap<string, StepFacts>
  titles: ReadonlyMap<string, Text>
  feePerMint: bigint | null
  paidPlaces: bigint | null
  prize: PrizeView | null
  prizeOf: string | null
  stop: StopView | null
  now: number
}

export function toPage({ row, describe, facts, titles, feePerMint, paidPlaces, prize, prizeOf, stop, now }: PageInput): QuestPage {
  const { definition } = row
  return {
    ...toCard(row),
    description: definition.description,
    rulesHash: row.rulesHash,
    version: row.version,
    order: definition.order,
    prerequisites: (definition.prerequisites ?? []).map((one) => prerequisiteView(one, titles)),
    family: familyView(row),
    feePerMint: feePerMint === null ? null : String(feePerMint),
    paidPlaces: paidPlaces === null || paidPlaces >= BigInt(row.quest.supply) ? null : Number(paidPlaces),
    split: definition.split ?? null,
    prize,
    prizeOf,
    stop,
    stepList: definition.steps.map((step) => ({
      id: step.id,
      title: step.title,
      ...(step.hint ? { hint: step.hint } : {}),
      ...(step.link ? { link: step.link } : {}),
      ...(step.cards ? { cards: step.cards } : {}),
      describe: describe(step.rule),
      ...stepParts(step.rule, facts.get(step.id) ?? { submissions: [], tally: null, pasted: [] }, now),
    })),
  }
}

function familyView({ quest, address, definition: { recurrence } }: ShownRow): FamilyView | null {
  if (!recurrence || quest.period === null) return null
  const next = quest.period + 1 < recurrence.periods ? windowOf(recurrence, quest, 1) : null
  return { ...recurrence, slug: address, period: quest.period, nextAt: next?.opensAt.toISOString() ?? null }
}

function prerequisiteView(one: Prerequisite, titles: ReadonlyMap<string, Text>): PrerequisiteView {
  return one.kind === 'score' ? one : { ...one, title: titles.get(one.quest) ?? { en: one.quest, ja: one.quest } }
}

/** What a step shows beside its words, by what is in its rule. */
function stepParts(rule: Rule, facts: StepFacts, now: number): Partial<StepView> {
  const form = formOf(rule)
  const slots = cubeSlotsOf(rule)
  const services = [...new Set(leavesOf(rule).flatMap(({ leaf }) => (leaf.kind === 'oauth' ? [leaf.params.provider] : [])))]
  return {
    ...(form ? formView(form, facts, now) : {}),
    ...(slots.length > 0 ? { cubes: { slots, added: cubesIn(facts.submissions) } } : {}),
    ...(services.length > 0 ? { services } : {}),
    ...(looksUpPasted(rule) ? { pasted: facts.pasted } : {}),
  }
}

function formView(form: StepForm, { submissions, tally }: StepFacts, now: number): Partial<StepView> {
  const [last] = submissions
  switch (form.kind) {
    case 'quiz':
      return { quiz: quizView(form.params, submissions, now) }
    case 'poll': {
      const { question, choices, least = 1, most = least } = form.params
      return { poll: { question, choices, least, most, voted: last ? Object.keys(last.answers) : null, tally: last ? tally : null } }
    }
    case 'survey':
      return { survey: { questions: form.params.questions, answered: last !== undefined } }
    case 'visit': {
      const { url, dwellSeconds = null } = form.params
      const finished = dwellSeconds === null ? last !== undefined : last?.answers.seconds !== undefined
      return { visit: { host: new URL(url).host, dwellSeconds, openedAt: last?.answers.opened ?? null, finished } }
    }
  }
}

function quizView(quiz: QuizParams, tried: readonly SubmissionRow[], now: number): QuizView {
  const { left, retryAt } = attemptsOf(quiz, tried, now)
  // Named fields only: the answers and the salt stay on the server.
  return { ...publicQuiz(quiz), attemptsLeft: left, retryAt: retryAt === null ? null : new Date(retryAt).toISOString() }
}

const anyMember = {
  accountId: '',
  wallets: [`eip155:0x${'1'.repeat(40)}`, `solana:${'1'.repeat(31)}2`],
  questStart: '2026-01-01T00:00:00Z',
  joinedAt: '2026-01-01T00:00:00Z',
  version: 1,
  hashes: [`0x${'1'.repeat(64)}`],
}

/** Whether some part of the rule would look a pasted transaction up. */
const looksUpPasted = (rule: Rule) =>
  planRule(rule, anyMember).some(({ queries }) => queries.some((query) => 'hashes' in query && query.hashes !== undefined))

export type Standing = { taken: number; completedAt: Date | null } & Pick<QuestProgress, 'prerequisites' | 'streak'>

export function toProgress(
  definition: Definition,
  verdicts: StepVerdictRow[],
  { taken, completedAt, prerequisites, streak }: Standing,
): QuestProgress {
  const byStep = new Map(verdicts.map((row) => [row.stepId, row]))
  return {
    started: true,
    taken,
    steps: definition.steps.map(({ id }) => {
      const row = byStep.get(id)
      return { id, verdict: row?.verdict ?? null, judgedAt: row?.judgedAt.toISOString() ?? null }
    }),
    completedAt: completedAt?.toISOString() ?? null,
    prerequisites,
    streak,
  }
}
