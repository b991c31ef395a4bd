'use client'

import { useTranslations } from 'next-intl'
import type { MoneyError } from '#app/_client/money/saySlotError.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** What went differently, in one sentence. */
export function Problem({ error, calm }: { error: MoneyError | null; calm: boolean }) {
  const t = useTranslations('money.error')
  return error && <Notice tone={calm ? 'calm' : 'bad'}>{t(error)}</Notice>
}
