'use client'

import { useLocale, useTranslations } from 'next-intl'
import { sayAmount } from '#app/_client/money/amounts.ts'

/** Amounts of the slot's coin in the reader's language. */
export function useEth() {
  const t = useTranslations('funds')
  const locale = useLocale()
  return (wei: bigint | string) => t('eth', { amount: sayAmount(BigInt(wei), 18, locale) })
}
