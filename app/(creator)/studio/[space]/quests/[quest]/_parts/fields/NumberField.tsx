'use client'

import { useState } from 'react'
import { inputClass, numberOf, textOf } from '#app/_ui/rule/controls/control.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { idOf, useAt } from '../state/editor.ts'
import type { Problem } from '../state/problems.ts'
import { isWrong, Said } from './Said.tsx'

type Props = {
  path: string
  label: string
  hint?: string | undefined
  /** What stands behind the number, such as "points". */
  unit?: string
  value: Json | undefined
  problems: readonly Problem[]
  onChange: (value: Json | undefined) => void
}

/** A whole number. What is no number stays as it was typed, for the server to name. */
export function NumberInput({ path, label, hint, unit, value, problems, onChange }: Props) {
  const id = idOf(path)
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          inputMode="numeric"
          value={textOf(value)}
          onChange={({ target }) => onChange(numberOf(target.value))}
          aria-describedby={`${id}-says`}
          aria-invalid={isWrong(problems)}
          autoComplete="off"
          className={`h-10 ${inputClass}`}
        />
        {unit && <span className="shrink-0 text-sm text-muted">{unit}</span>}
      </div>
      <Said id={`${id}-says`} problems={problems} hint={hint} />
    </div>
  )
}

export function NumberField({ path, ...props }: Pick<Props, 'path' | 'label' | 'hint' | 'unit'>) {
  const { value, set, problems } = useAt(path)
  return <NumberInput path={path} {...props} value={value} problems={problems} onChange={(next) => set(next)} />
}

/** A term is a number or nothing at the server: what is no number stays in the field and is said here. */
export function TermNumber({ path, wrong, ...props }: Pick<Props, 'path' | 'label' | 'hint' | 'unit'> & { wrong: string }) {
  const { value, set, problems } = useAt(path)
  const [typed, setTyped] = useState<string | null>(null)
  const change = (next: Json | undefined) => {
    const isNumber = typeof next === 'number' || next === undefined
    setTyped(isNumber ? null : textOf(next))
    set(isNumber ? (next ?? null) : null)
  }
  return (
    <NumberInput
      path={path}
      {...props}
      value={typed ?? value ?? undefined}
      problems={typed === null ? problems : [{ field: path, found: typed, expected: wrong }]}
      onChange={change}
    />
  )
}
