'use client'

import { useTranslations } from 'next-intl'
import { codeClass, inputClass, isRecord, textOf, withValue } from './controls/control.ts'
import { Grouped } from './controls/Labelled.tsx'
import type { Json } from './draft.ts'

type Props = { value: Json | undefined; onChange: (value: Json | undefined) => void; error: string | null }

const words = { from: ['quest-start', 'joined'], to: ['quest-end'] } as const

/** From when and until when an action counts: a moment of the quest, or a time. */
export function WindowFields({ value, onChange, error }: Props) {
  const t = useTranslations('rule.window')
  const record = isRecord(value) ? value : {}
  return (
    <Grouped label={t('label')} error={error}>
      <div className="grid gap-2">
        {(['from', 'to'] as const).map((side) => {
          const given = record[side]
          const known: readonly string[] = words[side]
          const mode = given === undefined ? 'open' : typeof given === 'string' && known.includes(given) ? given : 'time'
          const set = (next: Json | undefined) => onChange(withValue(value, side, next))
          return (
            <div key={side} className="flex flex-wrap gap-2">
              <select
                aria-label={t(side)}
                value={mode}
                onChange={({ target }) => set(target.value === 'open' ? undefined : target.value === 'time' ? '' : target.value)}
                className={`h-9 flex-1 basis-32 ${inputClass}`}
              >
                {['open', ...known, 'time'].map((name) => (
                  <option key={name} value={name}>
                    {t(`${side}Is.${name}`)}
                  </option>
                ))}
              </select>
              {mode === 'time' && (
                <input
                  aria-label={t(`${side}Time`)}
                  placeholder="2027-01-01T00:00:00Z"
                  value={textOf(given)}
                  onChange={({ target }) => set(target.value)}
                  spellCheck={false}
                  className={`h-9 flex-1 basis-32 ${inputClass} ${codeClass}`}
                />
              )}
            </div>
          )
        })}
      </div>
    </Grouped>
  )
}
