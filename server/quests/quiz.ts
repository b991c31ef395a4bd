import { CairnError } from '#server/shared/errors.ts'
import type { ParamsOf } from '#server/verify/kinds/index.ts'

export type QuizParams = ParamsOf<'quiz'>

export const quizDefaults = { attempts: 5, coolDownSeconds: 60 } as const

/** What a member may try now: attempts that are left, and when the next one is allowed (milliseconds), null when now. */
export function attemptsOf(quiz: QuizParams, tried: readonly { createdAt: Date }[], now: number) {
  const left = Math.max(0, (quiz.attempts ?? quizDefaults.attempts) - tried.length)
  const last = Math.max(0, ...tried.map(({ createdAt }) => createdAt.getTime()))
  const retryAt = last + (quiz.coolDownSeconds ?? quizDefaults.coolDownSeconds) * 1000
  return { left, retryAt: tried.length > 0 && retryAt > now ? retryAt : null }
}

/** How many answers are right. Throws `input.invalid` unless each question is answered once, by one of its choices. */
export function countRight(quiz: QuizParams, answers: Record<string, string>): number {
  const known = new Set(quiz.questions.map(({ id }) => id))
  const stranger = Object.keys(answers).find((id) => !known.has(id))
  if (stranger !== undefined) throw invalid(stranger, 'a question of this quiz')
  let right = 0
  for (const question of quiz.questions) {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
    if (!question.choices.some(({ id }) => id === answer)) throw invalid(question.id, 'one of the choices')
    if (answer === question.answer) right++
  }
  return right
}

const invalid = (question: string, expected: string) =>
  new CairnError('input.invalid', 'The answers do not fit the questions.', {
    meta: { field: `answers.${question.slice(0, 40)}`, expected },
  })
