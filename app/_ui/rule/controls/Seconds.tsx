'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Json } from '../draft.ts'
import { type ControlProps, inputClass, isRecord, textOf, withValue } from './control.ts'
import { Grouped, Labelled } from './Labelled.tsx'

const units = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const
type Unit = keyof typeof units
const names = Object.keys(units) as Unit[]

/** The largest unit that a length is a whole number of. */
const unitOf = (seconds: Json | undefined): Unit =>
  typeof seconds === 'number' && seconds > 0 ? (names.findLast((name) => seconds % units[name] === 0) ?? 'seconds') : 'seconds'

type LengthProps = {
  id?: string
  says?: string
  label?: string
  value: Json | undefined
  onChange: (value: Json | undefined) => void
  invalid: boolean
}

/** A length of time, kept in seconds. */
export function Length({ id, says, label, value, onChange, invalid }: LengthProps) {
  const t = useTranslations('rule')
  const [chosen, setChosen] = useState<Unit | null>(null)
  const unit = chosen ?? unitOf(value)
  const shown = typeof value === 'number' ? String(value / units[unit]) : textOf(value)
  const change = (text: string, by: Unit) => {
    const number = Number(text)
    onChange(text.trim() === '' ? undefined : Number.isFinite(number) ? Math.round(number * units[by]) : text)
  }
  return (
    <div className="flex gap-2">
      <input
        id={id}
        aria-label={label}
        aria-describedby={says}
        aria-invalid={invalid}
        inputMode="numeric"
        value={shown}
        onChange={({ target }) => change(target.value, unit)}
        className={`h-9 ${inputClass}`}
      />
      <select
        aria-label={t('unit')}
        value={unit}
        onChange={({ target }) => {
          const next = target.value as Unit
          setChosen(next)
          if (typeof value === 'number') change(shown, next)
        }}
        className={`h-9 max-w-28 ${inputClass}`}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {t(`units.${name}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

export function Seconds({ label, hint, value, onChange, error }: ControlProps) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(ids) => <Length {...ids} value={value} onChange={onChange} invalid={error !== null} />}
    </Labelled>
  )
}

/** At least and at most so long between two things. */
export function Gap({ label, hint, value, onChange, error }: ControlProps) {
  const t = useTranslations('rule')
  const record = isRecord(value) ? value : {}
  return (
    <Grouped label={label} hint={hint} error={error}>
      <div className="grid gap-2">
        {(['atLeast', 'atMost'] as const).map((name) => (
          <Length
            key={name}
            label={`${label}: ${t(name)}`}
            value={record[name]}
            onChange={(next) => onChange(withValue(value, name, next))}
            invalid={error !== null}
          />
        ))}
      </div>
    </Grouped>
  )
}
