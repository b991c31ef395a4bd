'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Json } from '../draft.ts'
import { type ControlProps, codeClass, inputClass } from './control.ts'
import { Labelled } from './Labelled.tsx'

const written = (value: Json | undefined) => (value === undefined ? '' : JSON.stringify(value, null, 2))

/** JSON as it is. What cannot be read stays in the field and changes nothing. */
export function JsonText({ label, hint, value, onChange, error }: ControlProps) {
  const t = useTranslations('rule')
  const [typed, setTyped] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const shown = typed ?? written(value)
  const change = (text: string) => {
    setTyped(text)
    try {
      onChange(text.trim() === '' ? undefined : (JSON.parse(text) as Json))
      setUnreadable(false)
    } catch {
      // Half a value, while it is typed.
      setUnreadable(true)
    }
  }
  return (
    <Labelled label={label} hint={hint} error={unreadable ? t('notJson') : error}>
      {({ id, says }) => (
        <textarea
          id={id}
          rows={Math.min(14, Math.max(2, shown.split('\n').length))}
          value={shown}
          onChange={({ target }) => change(target.value)}
          onBlur={() => !unreadable && setTyped(null)}
          aria-describedby={says}
          aria-invalid={unreadable || error !== null}
          spellCheck={false}
          className={`py-1.5 ${inputClass} ${codeClass}`}
        />
      )}
    </Labelled>
  )
}
