'use client'

import { useTranslations } from 'next-intl'
import { type AmountError, writeAmount } from '#app/_client/money/amounts.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from './Field.tsx'
import { type Token, useTokens } from './useToken.ts'

type Props = {
  token: Token
  text: string
  onText: (text: string) => void
  error: AmountError | null
  /** What there is to spend; null where only the wallet knows. */
  most: bigint | null
}

/** An amount of a token, with "all of it" where that is known. */
export function AmountField({ token, text, onText, error, most }: Props) {
  const t = useTranslations('money')
  const { amountOf } = useTokens()
  const { symbol, decimals } = token
  const available = most === null ? '' : amountOf(most, token.id)
  return (
    <Field
      label={t('dialog.amount')}
      inputMode="decimal"
      placeholder="0.0"
      value={text}
      onChange={(event) => onText(event.target.value)}
      className="pr-28 text-lg"
      error={error && t(`error.${error}`, { amount: available, symbol, decimals: String(decimals) })}
      hint={most === null ? undefined : t('dialog.of', { amount: available, symbol })}
      beside={
        <>
          {most !== null && most > 0n && (
            <Button look="plain" size="small" onClick={() => onText(writeAmount(most, decimals))}>
              {t('dialog.max')}
            </Button>
          )}
          <span className="pr-2 text-muted">{symbol}</span>
        </>
      }
    />
  )
}
