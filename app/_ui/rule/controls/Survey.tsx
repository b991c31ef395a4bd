'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import type { Json } from '../draft.ts'
import { type ControlProps, inputClass, numberOf, textOf } from './control.ts'
import { Grouped } from './Labelled.tsx'
import { Bilingual, ChoiceList, type Entry, entriesOf, freeId, noText } from './Questions.tsx'
import { RemoveButton } from './rows.tsx'

const types = ['text', 'number', 'choice'] as const
type Type = (typeof types)[number]

/** What a question of each type may say besides its text: how short and long, or how small and large. */
const bounds = { text: ['minLength', 'maxLength'], number: ['min', 'max'], choice: [] } as const satisfies Record<Type, readonly string[]>

const typeOf = (question: Entry): Type => types.find((each) => each === question.type) ?? 'text'

/** A question of another type: its text stays, what belongs to the old type goes. */
function asType({ id = '', text = noText, optional, ...rest }: Entry, type: Type): Entry {
  const choices = rest.choices ?? ['c1', 'c2'].map((choice) => ({ id: choice, text: noText }))
  return { id, text, type, ...(optional === undefined ? {} : { optional }), ...(type === 'choice' ? { choices } : {}) }
}

/** Questions of a survey: answered freely, by a number, or by one of some choices. */
export function SurveyQuestions({ label, hint, value, onChange, error }: ControlProps) {
  const t = useTranslations('rule')
  const questions = entriesOf(value)
  const put = (index: number, question: Entry) => onChange(questions.with(index, question))
  return (
    <Grouped label={label} hint={hint} error={error}>
      <ol className="grid gap-4">
        {questions.map((question, index) => {
          const name = t('question', { number: index + 1 })
          return (
            <li key={textOf(question.id) || index} className="grid gap-2.5 rounded-xl border border-line bg-surface p-3">
              <div className="flex items-center gap-2">
                <Bilingual
                  name={name}
                  value={question.text}
                  invalid={error !== null}
                  onChange={(text) => put(index, { ...question, text })}
                />
                <RemoveButton words={t('removeCondition', { place: name })} onClick={() => onChange(questions.toSpliced(index, 1))} />
              </div>
              <Answer name={name} question={question} invalid={error !== null} onChange={(next) => put(index, next)} />
            </li>
          )
        })}
      </ol>
      <Button
        look="quiet"
        size="small"
        className="mt-3"
        onClick={() => onChange([...questions, { id: freeId(questions, 'q'), type: 'text', text: noText, minLength: 20 }])}
      >
        {t('addQuestion')}
      </Button>
    </Grouped>
  )
}

type AnswerProps = { name: string; question: Entry; invalid: boolean; onChange: (question: Entry) => void }

/** How a question is answered. */
function Answer({ name, question, invalid, onChange }: AnswerProps) {
  const t = useTranslations('rule')
  const type = typeOf(question)
  const set = (key: string, value: Json | undefined) => {
    const { [key]: _, ...others } = question
    onChange(value === undefined ? others : { ...others, [key]: value })
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label={`${name}: ${t('answeredBy')}`}
          value={type}
          onChange={({ target }) => onChange(asType(question, types.find((each) => each === target.value) ?? 'text'))}
          className={`h-9 flex-1 basis-32 ${inputClass}`}
        >
          {types.map((each) => (
            <option key={each} value={each}>
              {t(`answers.${each}`)}
            </option>
          ))}
        </select>
        {bounds[type].map((bound) => (
          <input
            key={bound}
            inputMode="numeric"
            aria-label={`${name}: ${t(`bounds.${bound}`)}`}
            aria-invalid={invalid}
            placeholder={t(`bounds.${bound}`)}
            value={textOf(question[bound])}
            onChange={({ target }) => set(bound, numberOf(target.value))}
            autoComplete="off"
            className={`h-9 flex-1 basis-28 ${inputClass}`}
          />
        ))}
        <label className="flex h-9 items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={question.optional === true}
            onChange={({ target }) => set('optional', target.checked ? true : undefined)}
            className="size-4 accent-accent"
          />
          {t('optional')}
        </label>
      </div>
      {type === 'choice' && (
        <div className="pl-3">
          <ChoiceList name={name} value={question.choices} onChange={(choices) => set('choices', choices)} invalid={invalid} />
        </div>
      )}
    </>
  )
}
