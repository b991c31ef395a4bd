'use client'

import { useState } from 'react'
import { codeClass, inputClass, textOf } from '#app/_ui/rule/controls/control.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { sayingOf } from '../problems/sayProblem.ts'
import { idOf } from '../state/editor.ts'
import type { Problem } from '../state/problems.ts'
import { isWrong, Said } from './Said.tsx'

type Props = {
  path: string
  label: string
  /** Said to who does not see the label, in its place. */
  name?: string
  hint?: string | undefined
  value: Json | undefined
  problems: readonly Problem[]
  onChange: (value: string | undefined) => void
  lang?: 'en' | 'ja'
  rows?: number
  code?: boolean
  placeholder?: string
  inputMode?: 'numeric' | 'decimal' | 'url'
  list?: string
}

/** A text of a draft, on one line or on several. Spaces at its ends go when the field is left: the server takes none, and nobody sees them. */
export function TextInput({ path, label, name, hint, value, problems, onChange, lang, rows, code = false, ...more }: Props) {
  const [writing, setWriting] = useState(false)
  const id = idOf(path)
  const shown = textOf(value)
  // Somebody who writes has a space at the end after every word.
  const said = writing ? problems.filter((problem) => sayingOf(problem).key !== 'spaces') : problems
  const shared = {
    ...more,
    id,
    lang,
    value: shown,
    'aria-label': name,
    'aria-describedby': `${id}-says`,
    'aria-invalid': isWrong(said),
    onFocus: () => setWriting(true),
    onBlur: () => {
      setWriting(false)
      if (shown !== shown.trim()) onChange(shown.trim() || undefined)
    },
    spellCheck: !code,
  }
  const change = (text: string) => onChange(text === '' ? undefined : text)
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {rows === undefined ? (
        <input
          {...shared}
          autoComplete="off"
          autoCapitalize={code ? 'none' : undefined}
          onChange={({ target }) => change(target.value)}
          className={`h-10 ${inputClass} ${code ? codeClass : ''}`}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          onChange={({ target }) => change(target.value)}
          className={`py-2 leading-relaxed ${inputClass}`}
        />
      )}
      <Said id={`${id}-says`} problems={said} hint={hint} />
    </div>
  )
}
