'use client'

import { useId } from 'react'
import { inputClass, textOf } from '#app/_ui/rule/controls/control.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { idOf, useAt } from '../state/editor.ts'
import { isWrong, Said } from './Said.tsx'

type Option = { value: Json; words: string }
type Props = { path: string; label: string; hint?: string; options: readonly Option[]; choose: string }

/** One of many. */
export function SelectField({ path, label, hint, options, choose }: Props) {
  const { value, set, problems } = useAt(path)
  const id = idOf(path)
  const known = options.some((option) => option.value === value)
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        value={textOf(value)}
        onChange={({ target }) => set(options.find((option) => textOf(option.value) === target.value)?.value)}
        aria-describedby={`${id}-says`}
        aria-invalid={isWrong(problems)}
        className={`h-10 ${inputClass}`}
      >
        {!known && <option value={textOf(value)}>{value === undefined ? choose : textOf(value)}</option>}
        {options.map((option) => (
          <option key={textOf(option.value)} value={textOf(option.value)}>
            {option.words}
          </option>
        ))}
      </select>
      <Said id={`${id}-says`} problems={problems} hint={hint} />
    </div>
  )
}

/** One of a few, all in sight. */
export function PickField({ path, label, hint, options }: Omit<Props, 'choose'>) {
  const { value, set, problems } = useAt(path)
  return <Pick id={idOf(path)} label={label} hint={hint} options={options} value={value} problems={problems} onPick={(next) => set(next)} />
}

type PickProps = {
  id: string
  label: string
  hint?: string | undefined
  options: readonly Option[]
  value: Json | undefined
  problems?: Parameters<typeof Said>[0]['problems']
  onPick: (value: Json) => void
}

export function Pick({ id, label, hint, options, value, problems = [], onPick }: PickProps) {
  const group = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-says`}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1 rounded-[0.625rem] bg-sunken p-1">
        {options.map((option, i) => (
          <label
            key={textOf(option.value)}
            className="flex h-8 flex-1 cursor-pointer items-center justify-center rounded-lg px-3 text-sm whitespace-nowrap text-muted hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--color-edge)] has-focus-visible:outline-2 has-focus-visible:outline-accent-text has-disabled:cursor-not-allowed"
          >
            <input
              {...(i === 0 ? { id } : {})}
              type="radio"
              name={group}
              checked={option.value === value}
              onChange={() => onPick(option.value)}
              className="sr-only"
            />
            {option.words}
          </label>
        ))}
      </div>
      <Said id={`${id}-says`} problems={problems} hint={hint} />
    </fieldset>
  )
}
