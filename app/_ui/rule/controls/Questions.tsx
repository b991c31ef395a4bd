'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import type { Json } from '../draft.ts'
import { type ControlProps, inputClass, isRecord, textOf, withValue } from './control.ts'
import { Grouped } from './Labelled.tsx'
import { AddButton, RemoveButton } from './rows.tsx'

export type Entry = { [name: string]: Json }

export const entriesOf = (value: Json | undefined): Entry[] =>
  Array.isArray(value) ? value.map((entry) => (isRecord(entry) ? entry : {})) : []

/** An id that none of these has: `c1`, `c2` … Ids are what answers are kept by, so they never change afterwards. */
export function freeId(entries: readonly Entry[], letter: string): string {
  const taken = new Set(entries.map(({ id }) => id))
  for (let number = entries.length + 1; ; number++) if (!taken.has(`${letter}${number}`)) return `${letter}${number}`
}

export const noText = { en: '', ja: '' }

/** A text in both languages, on one line each. */
export function Bilingual({
  name,
  value,
  onChange,
  invalid,
}: {
  name: string
  value: Json | undefined
  onChange: (value: Json) => void
  invalid: boolean
}) {
  const t = useTranslations('rule')
  const record = isRecord(value) ? value : {}
  return (
    <div className="flex min-w-0 flex-1 flex-wrap gap-2">
      {(['en', 'ja'] as const).map((locale) => {
        const words = t(locale === 'en' ? 'english' : 'japanese')
        return (
          <input
            key={locale}
            lang={locale}
            aria-label={`${name}: ${words}`}
            aria-invalid={invalid}
            placeholder={words}
            value={textOf(record[locale])}
            onChange={({ target }) => onChange({ ...noText, ...record, [locale]: target.value })}
            className={`h-9 flex-1 basis-40 ${inputClass}`}
          />
        )
      })}
    </div>
  )
}

type ChoiceListProps = {
  name: string
  value: Json | undefined
  onChange: (value: Json) => void
  invalid: boolean
  /** The right one, where one is right. */
  answer?: { id: Json | undefined; onAnswer: (id: string) => void }
}

export function ChoiceList({ name, value, onChange, invalid, answer }: ChoiceListProps) {
  const t = useTranslations('rule')
  const group = useId()
  const choices = entriesOf(value)
  return (
    <div className="grid gap-2">
      {choices.map((choice, index) => {
        const place = t('choice', { number: index + 1, of: name })
        return (
          <div key={textOf(choice.id) || index} className="flex items-center gap-2">
            {answer && (
              <input
                type="radio"
                name={group}
                aria-label={t('rightAnswer', { place })}
                checked={answer.id === choice.id}
                onChange={() => answer.onAnswer(textOf(choice.id))}
                className="size-4 shrink-0 accent-accent"
              />
            )}
            <Bilingual
              name={place}
              value={choice.text}
              invalid={invalid}
              onChange={(text) => onChange(choices.with(index, { ...choice, text }))}
            />
            <RemoveButton words={t('removeCondition', { place })} onClick={() => onChange(choices.toSpliced(index, 1))} />
          </div>
        )
      })}
      <AddButton words={t('addChoice')} onClick={() => onChange([...choices, { id: freeId(choices, 'c'), text: noText }])} />
    </div>
  )
}

/** What a vote is between. */
export function Choices({ label, hint, value, onChange, error }: ControlProps) {
  return (
    <Grouped label={label} hint={hint} error={error}>
      <ChoiceList name={label} value={value} onChange={onChange} invalid={error !== null} />
    </Grouped>
  )
}

/** Questions of a quiz, each with its choices and the right one among them. */
export function QuizQuestions({ label, hint, value, onChange, error }: ControlProps) {
  const t = useTranslations('rule')
  const questions = entriesOf(value)
  const change = (index: number, name: string, to: Json) => onChange(questions.with(index, withValue(questions[index], name, to) as Entry))
  const add = () => {
    const choices = [
      { id: 'c1', text: noText },
      { id: 'c2', text: noText },
    ]
    onChange([...questions, { id: freeId(questions, 'q'), text: noText, choices, answer: 'c1' }])
  }
  return (
    <Grouped label={label} hint={hint ?? t('questionsHint')} error={error}>
      <ol className="grid gap-4">
        {questions.map((question, index) => {
          const name = t('question', { number: index + 1 })
          return (
            <li key={textOf(question.id) || index} className="grid gap-2 rounded-xl border border-line bg-surface p-3">
              <div className="flex items-center gap-2">
                <Bilingual name={name} value={question.text} invalid={error !== null} onChange={(text) => change(index, 'text', text)} />
                <RemoveButton words={t('removeCondition', { place: name })} onClick={() => onChange(questions.toSpliced(index, 1))} />
              </div>
              <div className="pl-3">
                <ChoiceList
                  name={name}
                  value={question.choices}
                  onChange={(choices) => change(index, 'choices', choices)}
                  invalid={error !== null}
                  answer={{ id: question.answer, onAnswer: (id) => change(index, 'answer', id) }}
                />
              </div>
            </li>
          )
        })}
      </ol>
      <Button look="quiet" size="small" className="mt-3" onClick={add}>
        {t('addQuestion')}
      </Button>
    </Grouped>
  )
}
