'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import { UnlockStep } from '#app/_ui/money/UnlockStep.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** What is signed with the spend key: first the key is set up or unlocked, then comes what is to be signed. */
export function WithKey({ children }: { children: ReactNode }) {
  const t = useTranslations('funds.dialog')
  const tKey = useTranslations('money.key')
  const { view, spendKey, open } = useMoney()
  if (view.key.state === 'sent' || view.key.state === 'replacing') return <Notice tone="calm">{tKey('sent')}</Notice>
  if (view.key.state === 'none')
    return (
      <div className="grid gap-4">
        <p className="text-[0.9375rem]">{t('needsKey')}</p>
        <Button onClick={() => open({ name: 'setup' })}>{t('setUp')}</Button>
      </div>
    )
  return spendKey === null ? <UnlockStep /> : children
}
