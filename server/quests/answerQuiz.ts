import { CairnError } from '#server/shared/errors.ts'
import { refuseUnlessPlace } from './completeQuest.ts'
import type { Definition } from './definition.ts'
import type { StepVerdictRow } from './participationStore.ts'
import type { QuestDeps } from './questWork.ts'
import { attemptsOf, countRight, quizOf } from './quiz.ts'

export type AnswerQuizInput = {
  accountId: string
  slug: string
  stepId: string
  answers: Record<string, string>
  requestId?: string | undefined
}

/**
 * Counts an attempt and keeps the answers; the follower judges the step from them. The participation is locked, so attempts cannot be
 * made side by side. Throws `quest.not-started`, `quiz.cool-down` (also when no attempt is left), `conflict` (an earlier step is open).
 */
export function answerQuiz(deps: QuestDeps, input: AnswerQuizInput) {
  return deps.transact(async (work) => {
    const quest = await work.quests.findBySlug(input.slug)
    if (!quest || quest.status === 'draft')
      throw new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: input.slug } })
    const started = await work.participations.find(quest.id, input.accountId)
    const participation = started && (await work.participations.lock(started.id))
    if (!participation) throw new CairnError('quest.not-started', 'Start the quest first.')
    if (participation.completedAt) throw new CairnError('conflict', 'This quest is already completed.')
    refuseUnlessPlace(quest, deps.now())
    const version = await work.quests.findVersion(quest.id, participation.version)
    const step = version?.definition.steps.find(({ id }) => id === input.stepId)
    const quiz = step && quizOf(step.rule)
    if (!version || !quiz) throw new CairnError('not-found', 'There is no such quiz.', { meta: { field: 'stepId', found: input.stepId } })
    refuseOutOfOrder(version.definition, await work.participations.verdicts(participation.id), input.stepId)
    const tried = await work.participations.attempts(participation.id, input.stepId)
    const needed = quiz.correct ?? quiz.questions.length
    if (tried.some(({ correct }) => correct >= needed)) throw new CairnError('conflict', 'This quiz is already passed.')
    const now = deps.now()
    const { left, retryAt } = attemptsOf(quiz, tried, now)
    if (left === 0)
      throw new CairnError('quiz.cool-down', 'No attempt is left.', {
        meta: { field: 'stepId', found: tried.length, expected: 'fewer attempts' },
      })
    if (retryAt !== null)
      throw new CairnError('quiz.cool-down', 'Wait before the next attempt.', {
        meta: { field: 'stepId', expected: new Date(retryAt).toISOString(), retryAfterSeconds: Math.ceil((retryAt - now) / 1000) },
      })
    const correct = countRight(quiz, input.answers)
    await work.participations.addAttempt({
      participationId: participation.id,
      stepId: input.stepId,
      answers: input.answers,
      correct,
      createdAt: new Date(now),
    })
    if (input.requestId !== undefined) await work.participations.setRequestId(participation.id, input.requestId)
    await work.publish({
      topic: `account:${input.accountId}`,
      kind: 'quiz.answered',
      payload: { slug: quest.slug, stepId: input.stepId, correct },
    })
    await work.participations.wake({ participation: participation.id })
    const next = attemptsOf(quiz, [...tried, { createdAt: new Date(now) }], now)
    return { correct, of: quiz.questions.length, needed, passed: correct >= needed, attemptsLeft: next.left, retryAt: toIso(next.retryAt) }
  })
}

/** In a quest whose steps have an order, a step waits for those before it. */
function refuseOutOfOrder(definition: Definition, verdicts: readonly StepVerdictRow[], stepId: string) {
  if (definition.order !== 'sequence') return
  const passed = new Set(verdicts.filter(({ verdict }) => verdict.status === 'pass').map((row) => row.stepId))
  for (const step of definition.steps) {
    if (step.id === stepId) return
    if (!passed.has(step.id))
      throw new CairnError('conflict', 'An earlier step comes first.', { meta: { field: 'stepId', found: stepId, expected: step.id } })
  }
}

const toIso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
