import type { OAuthService } from '#server/verify/kinds/oauthFacts.ts'
import { publicQuiz } from '#server/verify/kinds/quiz.ts'
import type { SurveyQuestion } from '#server/verify/kinds/survey.ts'
import { chainsOf, leavesOf, type Rule } from '#server/verify/rule.ts'
import { planRule } from '#server/verify/run.ts'
import type { Text, Verdict } from '#server/verify/verdict.ts'
import type { Definition } from './definition.ts'
import { cubesIn, type KeptCube } from './keptCubes.ts'
import type { StepVerdictRow } from './participationStore.ts'
import type { QuestListRow } from './questViewStore.ts'
import { attemptsOf, type QuizParams } from './quiz.ts'
import { cubeSlotsOf, formOf, type SlotRef, type StepForm } from './stepForm.ts'
import type { SubmissionRow } from './submissionStore.ts'

/** A quest in a list. Times are ISO 8601. */
export type QuestCard = {
  slug: string
  title: Text
  summary: Text
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

export type QuestPage = QuestCard & {
  description: Text
  rulesHash: string
  version: number
  status: 'publishing' | 'live' | 'paused' | 'ended'
  order: 'any' | 'sequence'
  stepList: StepView[]
}

export type QuestProgress = {
  started: boolean
  steps: { id: string; verdict: Verdict | null; judgedAt: string | null }[]
  completedAt: string | null
}

export type DescribeRule = (rule: Rule) => Text

export function toCard(row: QuestListRow): QuestCard {
  const { quest, definition } = row
  return {
    slug: quest.slug,
    title: definition.title,
    summary: definition.summary,
    category: definition.category,
    difficulty: definition.difficulty,
    minutes: definition.minutes,
    points: definition.points,
    reward: quest.rewardPerMint > 0n ? String(quest.rewardPerMint) : null,
    chains: [...new Set(definition.steps.flatMap(({ rule }) => chainsOf(rule)))],
    steps: definition.steps.length,
    supply: quest.supply,
    completed: quest.completed,
    opensAt: quest.opensAt.toISOString(),
    closesAt: quest.closesAt.toISOString(),
    space: row.space,
    my: row.completedAt ? 'completed' : row.started ? 'started' : 'none',
    passedSteps: row.passedSteps,
  }
}

export type PageInput = { row: QuestListRow; describe: DescribeRule; facts: ReadonlyMap<string, StepFacts>; now: number }

export function toPage({ row, describe, facts, now }: PageInput): QuestPage {
  const { definition } = row
  return {
    ...toCard(row),
    description: definition.description,
    rulesHash: row.rulesHash,
    version: row.version,
    status: row.quest.status === 'draft' ? 'publishing' : row.quest.status,
    order: definition.order,
    stepList: definition.steps.map((step) => ({
      id: step.id,
      title: step.title,
      ...(step.hint ? { hint: step.hint } : {}),
      ...(step.link ? { link: step.link } : {}),
      describe: describe(step.rule),
      ...stepParts(step.rule, facts.get(step.id) ?? { submissions: [], tally: null, pasted: [] }, now),
    })),
  }
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

export function toProgress(definition: Definition, verdicts: StepVerdictRow[], completedAt: Date | null): QuestProgress {
  const byStep = new Map(verdicts.map((row) => [row.stepId, row]))
  return {
    started: true,
    steps: definition.steps.map(({ id }) => {
      const row = byStep.get(id)
      return { id, verdict: row?.verdict ?? null, judgedAt: row?.judgedAt.toISOString() ?? null }
    }),
    completedAt: completedAt?.toISOString() ?? null,
  }
}
