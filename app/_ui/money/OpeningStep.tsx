'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { api } from '#app/_client/api.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { useMoney } from './moneyContext.ts'
import { Problem } from './Problem.tsx'
import { useAttempt } from './useAttempt.ts'

/** Has the member's account opened in the slot and waits until nothing can take its number away; the page's events end the wait. */
export function OpeningStep() {
  const t = useTranslations('money')
  const { view } = useMoney()
  const router = useRouter()
  const { error, calm, attempt } = useAttempt()
  const begin = useEffectEvent(() => {
    if (view.account.state !== 'none') return
    return attempt('open', async () => {
      await api.money.openAccount.mutate()
      router.refresh()
    })
  })
  useEffect(() => void begin(), [])
  return (
    <div className="grid gap-3">
      <p className="flex items-start gap-3" role="status">
        <Icon name="clock" className="mt-0.5 size-5 animate-breathe text-accent-text" />
        <span>{t('setup.opening')}</span>
      </p>
      <Problem error={error} calm={calm} />
    </div>
  )
}
