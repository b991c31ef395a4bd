import { CairnError } from '#server/shared/errors.ts'
import { type HandInInput, lockStep, noSuchStep, noteHandIn } from './handIn.ts'
import type { QuestDeps } from './questWork.ts'
import { attemptsOf, countRight } from './quiz.ts'
import { formParams } from './stepForm.ts'

export type AnswerQuizInput = HandInInput & { answers: Record<string, string> }

/**
 * Counts an attempt and keeps the answers; the follower judges the step from them. The participation is locked, so attempts cannot be
 * made side by side. Throws `quest.not-started`, `quiz.cool-down` (also when no attempt is left), `conflict` (an earlier step is open).
 */
export function answerQuiz(deps: QuestDeps, input: AnswerQuizInput) {
  return deps.transact(async (work) => {
    const open = await lockStep(deps, work, input)
    const quiz = formParams(open.step.rule, 'quiz')
    if (!quiz) throw noSuchStep(input.stepId)
    const tried = await work.submissions.list(open.participation.id, input.stepId)
    const needed = quiz.correct ?? quiz.questions.length
    if (tried.some(({ correct }) => correct !== null && correct >= needed)) throw new CairnError('conflict', 'This quiz is already passed.')
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
    const createdAt = new Date(now)
    await work.submissions.add({ participationId: open.participation.id, stepId: input.stepId, answers: input.answers, correct, createdAt })
    await noteHandIn(work, open, { input, kind: 'quiz.answered', payload: { correct } })
    const next = attemptsOf(quiz, [...tried, { createdAt }], now)
    return { correct, of: quiz.questions.length, needed, passed: correct >= needed, attemptsLeft: next.left, retryAt: toIso(next.retryAt) }
  })
}

const toIso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
