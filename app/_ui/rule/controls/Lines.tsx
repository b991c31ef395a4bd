'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Json } from '../draft.ts'
import { type ControlProps, codeClass, inputClass, numberOf, textOf } from './control.ts'
import { Labelled } from './Labelled.tsx'

/** One entry a line: addresses, numbers. */
function Lines({ label, hint, value, onChange, error, read }: ControlProps & { read: (line: string) => Json | undefined }) {
  const t = useTranslations('rule')
  const shown = Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value)
  // What is being typed may end in an empty line that is no entry.
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    setTyped(text)
    const entries = text
      .split(/[\s,;]+/)
      .map((line) => read(line.trim()))
      .filter((entry) => entry !== undefined)
    onChange(entries.length === 0 ? undefined : entries)
  }
  return (
    <Labelled label={label} hint={hint ?? t('oneALine')} error={error}>
      {({ id, says }) => (
        <textarea
          id={id}
          rows={Math.min(6, Math.max(1, (typed ?? shown).split('\n').length))}
          value={typed ?? shown}
          onChange={({ target }) => change(target.value)}
          onBlur={() => setTyped(null)}
          aria-describedby={says}
          aria-invalid={error !== null}
          spellCheck={false}
          className={`py-1.5 ${inputClass} ${codeClass}`}
        />
      )}
    </Labelled>
  )
}

export const Addresses = (props: ControlProps) => <Lines {...props} read={(line) => line || undefined} />
export const Numbers = (props: ControlProps) => <Lines {...props} read={numberOf} />
