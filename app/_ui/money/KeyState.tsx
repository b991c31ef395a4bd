'use client'

import { useLocale, useTranslations } from 'next-intl'
import { sayAgo } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { useMoney } from './moneyContext.ts'

/** Whether the account has a spend key, and whether it is unlocked here. */
export function KeyState() {
  const t = useTranslations('money')
  const tStage = useTranslations('money.stage')
  const locale = useLocale()
  const { view, spendKey, unlock, open, prepare, now } = useMoney()
  const { state, activeAt } = view.key
  const replacedIn = activeAt === null ? '' : sayAgo(Date.parse(activeAt) - now, locale)
  return (
    <div className="mt-6 border-t border-line pt-5">
      <div className="flex items-center justify-between gap-3">
        <h3 className="flex items-center gap-2 font-medium">
          <Icon name="shield" className="size-4.5 text-muted" /> {t('key.title')}
        </h3>
        {state === 'sent' && <Tag tone="accent">{tStage('onTheWay')}</Tag>}
        {state === 'set' && spendKey !== null && (
          <Button look="plain" size="small" onClick={() => unlock(null)}>
            {t('key.lock')}
          </Button>
        )}
      </div>
      <p className="mt-1.5 text-[0.9375rem] text-muted" data-key-state={state}>
        {state === 'none' && t('key.none')}
        {state === 'sent' && t('key.sent')}
        {state === 'set' && (spendKey === null ? t('key.set') : t('key.unlocked'))}
        {state === 'replacing' && t('key.replacing', { at: replacedIn })}
      </p>
      {state === 'none' && (
        <Button
          look="quiet"
          className="mt-3 w-full"
          onClick={() => open({ name: 'setup' })}
          onPointerEnter={() => prepare('setup')}
          onFocus={() => prepare('setup')}
        >
          {t('key.setUp')}
        </Button>
      )}
    </div>
  )
}
