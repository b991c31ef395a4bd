'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { Token } from './useToken.ts'

type Props = { tokens: readonly Token[]; chosen: number; onChoose: (id: number) => void }

/** Which token; nothing to see while there is only one. */
export function TokenChoice({ tokens, chosen, onChoose }: Props) {
  const t = useTranslations('money.dialog')
  const id = useId()
  if (tokens.length < 2) return null
  return (
    <div>
      <label htmlFor={id} className="text-[0.9375rem] font-medium">
        {t('token')}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="mt-1.5 h-12 w-full rounded-[0.625rem] border border-edge bg-surface px-3"
      >
        {tokens.map((token) => (
          <option key={token.id} value={token.id}>
            {token.symbol}
          </option>
        ))}
      </select>
    </div>
  )
}
