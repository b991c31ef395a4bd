'use client'

import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { useFormAnswers } from '#app/_client/useFormAnswers.ts'
import type { Quiz } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { say } from '#app/_ui/say.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { ChoiceRow } from './ChoiceRow.tsx'
import type { StepFormProps } from './StepForm.tsx'

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

/** A learning step. The right answers are judged on the server and never come here. */
export function QuizForm({ slug, stepId, quiz, started, onDone }: StepFormProps & { quiz: Quiz }) {
  const t = useTranslations('quest.quiz')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const { form, answers } = useFormAnswers()
  const answer = useMutation({
    mutationFn: async () => {
      await started()
      const given = Object.fromEntries(Object.entries(answers ?? {}).map(([id, [choice = '']]) => [id, choice]))
      return api.quests.answerQuiz.mutate({ slug, stepId, answers: given })
    },
    onSettled: onDone,
  })
  // What was just answered is newer than what the page was made with.
  const told = answer.data
  const { attemptsLeft, retryAt: again } = told ?? quiz
  const retryAt = again ? Date.parse(again) : 0
  const clock = useClock(retryAt)
  const waiting = retryAt > clock
  const submit = (event: FormEvent) => {
    event.preventDefault()
    answer.mutate()
  }
  const complete = quiz.questions.every((question) => answers?.[question.id])
  return (
    <form {...form} onSubmit={submit} className="mt-4 grid gap-6">
      {quiz.questions.map((question, number) => (
        <fieldset key={question.id}>
          <legend className="font-medium">
            <span className="mr-2 text-faint">{number + 1}</span>
            {say(question.text, locale)}
          </legend>
          <div className="mt-2.5 grid gap-2">
            {question.choices.map((choice) => (
              <ChoiceRow key={choice.id} type="radio" name={question.id} value={choice.id}>
                {say(choice.text, locale)}
              </ChoiceRow>
            ))}
          </div>
        </fieldset>
      ))}
      {answer.error && <Notice tone="bad">{sayError(answer.error, tErrors)}</Notice>}
      <div aria-live="polite" className="empty:hidden">
        {told && !told.passed && <Notice tone="calm">{t('result', { correct: told.correct, of: told.of })}</Notice>}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={!complete || answer.isPending || attemptsLeft === 0 || waiting}>
          {answer.isPending ? t('checking') : t('submit')}
        </Button>
        <p className="text-sm text-faint">
          {waiting ? t('wait', { seconds: Math.ceil((retryAt - clock) / 1000) }) : t('attempts', { count: attemptsLeft })}
        </p>
      </div>
    </form>
  )
}
