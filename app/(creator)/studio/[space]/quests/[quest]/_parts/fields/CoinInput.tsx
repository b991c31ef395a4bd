'use client'

import { useState } from 'react'
import { readAmount, writeAmount } from '#app/_client/money/amounts.ts'
import { inputClass, textOf } from '#app/_ui/rule/controls/control.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { idOf } from '../state/editor.ts'
import type { Problem } from '../state/problems.ts'
import { isWrong, Said } from './Said.tsx'

const decimals = 18

type Props = { path: string; label: string; value: Json | undefined; problems: readonly Problem[]; onChange: (value: string) => void }

/** An amount of the slot's coin: written in coins, kept in its smallest unit. What is no amount is kept as it was typed, for the server to name. */
export function CoinInput({ path, label, value, problems, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const id = idOf(path)
  const isAmount = typeof value === 'string' && /^[0-9]{1,40}$/.test(value)
  // What was typed counts for as long as it is what stands there: undo and others may have changed it.
  const read = typed === null ? null : toUnits(typed)
  const shown = typed !== null && read === value ? typed : isAmount ? writeAmount(BigInt(value), decimals) : textOf(value)
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(toUnits(target.value))
          }}
          aria-describedby={`${id}-says`}
          aria-invalid={isWrong(problems)}
          className={`h-10 ${inputClass}`}
        />
        <span className="text-sm text-muted">ETH</span>
      </div>
      <Said id={`${id}-says`} problems={problems} />
    </div>
  )
}

function toUnits(text: string): string {
  const read = readAmount(text, decimals, null)
  // With its unit: it must not be taken for an amount in the smallest one.
  return 'amount' in read ? read.amount.toString() : text.trim() === '' ? '' : `${text} ETH`
}
