'use client'

import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { Quiz } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { say } from '#app/_ui/say.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** The time, ticking only until `until`. On the server it is `until`. */
function useClock(until: number): number {
  const [clock, setClock] = useState(until)
  useEffect(() => {
    setClock(Date.now())
    if (until <= Date.now()) return
    const timer = setInterval(() => {
      setClock(Date.now())
      if (Date.now() >= until) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [until])
  return clock
}

type Props = {
  slug: string
  stepId: string
  quiz: Quiz
  onAnswered: () => void
  /** Resolves once the member is on the quest: answers count only then. */
  started: () => Promise<void>
}

/** A learning step. The right answers are judged on the server and never come here. */
export function QuizForm({ slug, stepId, quiz, onAnswered, started }: Props) {
  const t = useTranslations('quest.quiz')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const answer = useMutation({
    mutationFn: async () => {
      await started()
      return api.quests.answerQuiz.mutate({ slug, stepId, answers })
    },
    onSettled: onAnswered,
  })
  const retryAt = quiz.retryAt ? Date.parse(quiz.retryAt) : 0
  const clock = useClock(retryAt)
  const waiting = retryAt > clock
  const submit = (event: FormEvent) => {
    event.preventDefault()
    answer.mutate()
  }
  const complete = quiz.questions.every((question) => answers[question.id] !== undefined)
  return (
    <form onSubmit={submit} className="mt-4 grid gap-6">
      {quiz.questions.map((question, number) => (
        <fieldset key={question.id}>
          <legend className="font-medium">
            <span className="mr-2 text-faint">{number + 1}</span>
            {say(question.text, locale)}
          </legend>
          <div className="mt-2.5 grid gap-2">
            {question.choices.map((choice) => (
              <label
                key={choice.id}
                className="flex min-h-11 items-center gap-3 rounded-xl border border-line px-3.5 py-2.5 transition-colors hover:border-edge has-checked:border-accent-text has-checked:bg-accent-soft"
              >
                <input
                  type="radio"
                  className="size-4 shrink-0"
                  name={`${stepId}-${question.id}`}
                  value={choice.id}
                  checked={answers[question.id] === choice.id}
                  onChange={() => setAnswers({ ...answers, [question.id]: choice.id })}
                />
                <span>{say(choice.text, locale)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {answer.error && <Notice tone="bad">{sayError(answer.error, tErrors)}</Notice>}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={!complete || answer.isPending || quiz.attemptsLeft === 0 || waiting}>
          {answer.isPending ? t('checking') : t('submit')}
        </Button>
        <p className="text-sm text-faint">
          {waiting ? t('wait', { seconds: Math.ceil((retryAt - clock) / 1000) }) : t('attempts', { count: quiz.attemptsLeft })}
        </p>
      </div>
    </form>
  )
}
