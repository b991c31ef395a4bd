'use client'

import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useId } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { useFormAnswers } from '#app/_client/useFormAnswers.ts'
import type { Survey } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { say } from '#app/_ui/say.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { ChoiceRow } from './ChoiceRow.tsx'
import type { StepFormProps } from './StepForm.tsx'

type Question = Survey['questions'][number]

/** Open questions. What is too short or no number is said by the browser, and again by the server. */
export function SurveyForm({ slug, stepId, survey, started, onDone }: StepFormProps & { survey: Survey }) {
  const t = useTranslations('quest.form')
  const tErrors = useTranslations('errors')
  const { form, answers } = useFormAnswers()
  const send = useMutation({
    mutationFn: async () => {
      await started()
      const given = Object.fromEntries(Object.entries(answers ?? {}).map(([id, [answer = '']]) => [id, answer]))
      return api.quests.answerSurvey.mutate({ slug, stepId, answers: given })
    },
    onSettled: onDone,
  })
  if (survey.answered || send.data) return <p className="mt-4 text-[0.9375rem] text-muted">{t('answered')}</p>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form {...form} onSubmit={submit} className="mt-4 grid gap-6">
      {survey.questions.map((question) => (
        <Answer key={question.id} question={question} />
      ))}
      {send.error && <Notice tone="bad">{sayError(send.error, tErrors)}</Notice>}
      <div>
        <Button type="submit" disabled={!answers || send.isPending}>
          {send.isPending ? t('sending') : t('send')}
        </Button>
      </div>
    </form>
  )
}

const box = 'mt-2 w-full rounded-[0.625rem] border border-edge bg-surface px-3.5 py-2.5'

function Answer({ question }: { question: Question }) {
  const t = useTranslations('quest.form')
  const locale = useLocale()
  const id = useId()
  const label = `${say(question.text, locale)}${question.optional ? ` ${t('optional')}` : ''}`
  if (question.type === 'choice')
    return (
      <fieldset>
        <legend className="font-medium">{label}</legend>
        <div className="mt-2.5 grid gap-2">
          {question.choices.map((choice) => (
            <ChoiceRow key={choice.id} type="radio" name={question.id} value={choice.id} required={!question.optional}>
              {say(choice.text, locale)}
            </ChoiceRow>
          ))}
        </div>
      </fieldset>
    )
  const common = { id, name: question.id, required: !question.optional, className: box }
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {question.type === 'number' ? (
        <input {...common} type="number" step="any" min={question.min} max={question.max} />
      ) : (
        <textarea {...common} rows={3} minLength={question.minLength} maxLength={question.maxLength ?? 1000} />
      )}
      {question.type === 'text' && question.minLength !== undefined && (
        <p className="mt-1 text-sm text-faint">{t('minLength', { count: question.minLength })}</p>
      )}
    </div>
  )
}
