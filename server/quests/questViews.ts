import { chainsOf, type Rule } from '#server/verify/rule.ts'
import type { Text, Verdict } from '#server/verify/verdict.ts'
import type { Definition } from './definition.ts'
import type { AttemptRow, StepVerdictRow } from './participationStore.ts'
import type { QuestListRow } from './questViewStore.ts'
import { attemptsOf, quizOf } from './quiz.ts'

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

export type StepView = { id: string; title: Text; hint?: Text; link?: string; describe: Text; quiz?: QuizView }

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

export type PageInput = { row: QuestListRow; describe: DescribeRule; attempts: ReadonlyMap<string, AttemptRow[]>; now: number }

export function toPage({ row, describe, attempts, now }: PageInput): QuestPage {
  const { definition } = row
  return {
    ...toCard(row),
    description: definition.description,
    rulesHash: row.rulesHash,
    version: row.version,
    status: row.quest.status === 'draft' ? 'publishing' : row.quest.status,
    order: definition.order,
    stepList: definition.steps.map((step) => {
      const quiz = quizView(step.rule, attempts.get(step.id) ?? [], now)
      return {
        id: step.id,
        title: step.title,
        ...(step.hint ? { hint: step.hint } : {}),
        ...(step.link ? { link: step.link } : {}),
        describe: describe(step.rule),
        ...(quiz ? { quiz } : {}),
      }
    }),
  }
}

function quizView(rule: Rule, tried: AttemptRow[], now: number): QuizView | null {
  const quiz = quizOf(rule)
  if (!quiz) return null
  const { left, retryAt } = attemptsOf(quiz, tried, now)
  // Field by field: what is not named here, the answers and the salt, stays on the server.
  const questions = quiz.questions.map(({ id, text, choices }) => ({
    id,
    text,
    choices: choices.map((choice) => ({ id: choice.id, text: choice.text })),
  }))
  return { questions, attemptsLeft: left, retryAt: retryAt === null ? null : new Date(retryAt).toISOString() }
}

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
