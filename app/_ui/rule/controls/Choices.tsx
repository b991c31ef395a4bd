'use client'

import { useLocale, useTranslations } from 'next-intl'
import { say } from '#app/_ui/say.ts'
import { type ControlProps, inputClass, textOf } from './control.ts'
import { Labelled } from './Labelled.tsx'

type Option = { value: string; words: string }

/** One of some. What stands there and is none of them stays to be seen. */
export function Select({ label, hint, value, onChange, error, field, options }: ControlProps & { options: readonly Option[] }) {
  const t = useTranslations('rule')
  const chosen = textOf(value)
  const strange = chosen !== '' && !options.some((option) => option.value === chosen)
  return (
    <Labelled label={label} hint={hint} error={error}>
      {({ id, says }) => (
        <select
          id={id}
          value={chosen}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
          aria-describedby={says}
          aria-invalid={error !== null}
          className={`h-9 ${inputClass}`}
        >
          {(!field.required || chosen === '') && <option value="">{t(field.required ? 'choose' : 'notSaid')}</option>}
          {strange && <option value={chosen}>{chosen}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

export function Choice(props: ControlProps) {
  const locale = useLocale()
  const options = (props.field.options ?? []).map(({ value, label }) => ({ value, words: say(label, locale) }))
  return <Select {...props} options={options} />
}

function Check({ label, hint, value, onChange, error, off }: ControlProps & { off: false | undefined }) {
  return (
    <div className="self-center">
      <label className="flex items-start gap-2.5 text-sm font-medium">
        <input
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onChange(target.checked ? true : off)}
          className="mt-0.5 size-4 accent-accent"
        />
        {label}
      </label>
      <p className={`mt-1 text-sm empty:hidden ${error === null ? 'text-faint' : 'text-bad'}`}>{error ?? hint}</p>
    </div>
  )
}

export const Toggle = (props: ControlProps) => <Check {...props} off={false} />
/** True or not there. */
export const Flag = (props: ControlProps) => <Check {...props} off={undefined} />
