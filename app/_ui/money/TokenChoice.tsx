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
      <div className="relative mt-1.5">
        <select
          id={id}
          value={chosen}
          onChange={(event) => onChoose(Number(event.target.value))}
          className="h-12 w-full appearance-none rounded-[0.625rem] border border-edge bg-surface pr-10 pl-3"
        >
          {tokens.map((token) => (
            <option key={token.id} value={token.id}>
              {token.symbol}
            </option>
          ))}
        </select>
        <svg aria-hidden="true" viewBox="0 0 16 16" className="pointer-events-none absolute top-4 right-3.5 size-4 text-muted">
          <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </div>
    </div>
  )
}
