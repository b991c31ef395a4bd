'use client'

import { useLocale } from 'next-intl'
import { say } from '#app/_ui/say.ts'
import type { Json } from '../draft.ts'
import { type ControlProps, codeClass, inputClass, isRecord, textOf } from './control.ts'
import { Grouped } from './Labelled.tsx'
import { Length } from './Seconds.tsx'

const starts: Readonly<Record<string, Json | undefined>> = {
  now: undefined,
  window: 'window',
  block: { block: '' },
  time: { time: '' },
  heldFor: { heldFor: 2_592_000 },
}
const examples: Readonly<Record<string, string>> = { block: '19000000', time: '2027-01-01T00:00:00Z' }

/** When a state counts: now, at one moment, or all through a time. */
export function Moment({ field, label, hint, value, onChange, error }: ControlProps) {
  const locale = useLocale()
  const [named] = isRecord(value) ? Object.keys(value) : []
  const mode = named ?? (value === undefined ? 'now' : textOf(value))
  const given = isRecord(value) && named !== undefined ? value[named] : undefined
  const options = field.options ?? []
  return (
    <Grouped label={label} hint={hint} error={error}>
      <div className="flex flex-wrap gap-2">
        <select
          aria-label={label}
          value={mode}
          onChange={({ target }) => onChange(starts[target.value])}
          className={`h-9 flex-1 basis-40 ${inputClass}`}
        >
          {!options.some((option) => option.value === mode) && <option value={mode}>{mode}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {say(option.label, locale)}
            </option>
          ))}
        </select>
        {mode === 'heldFor' && (
          <div className="flex-1 basis-40">
            <Length label={label} value={given} onChange={(length) => onChange({ heldFor: length ?? '' })} invalid={error !== null} />
          </div>
        )}
        {(mode === 'block' || mode === 'time') && (
          <input
            aria-label={label}
            aria-invalid={error !== null}
            placeholder={examples[mode]}
            value={textOf(given)}
            onChange={({ target }) => onChange({ [mode]: target.value })}
            spellCheck={false}
            className={`h-9 flex-1 basis-40 ${inputClass} ${codeClass}`}
          />
        )}
      </div>
    </Grouped>
  )
}
