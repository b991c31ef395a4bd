'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { say } from '#app/_ui/say.ts'
import { useMoney } from './moneyContext.ts'
import { useTokens } from './useToken.ts'

/** Rewards that the slot keeps for the member, claimed one by one or all at once. */
export function Claimable() {
  const t = useTranslations('money')
  const locale = useLocale()
  const { view, open, prepare } = useMoney()
  const { tokenOf, amountOf } = useTokens()
  const { claimable } = view
  const waits = view.key.state === 'sent' || view.account.state === 'opening'
  const claim = (credentials: number[]) => ({
    disabled: waits,
    onClick: () => open({ name: 'claim', credentials }),
    onPointerEnter: () => prepare('claim'),
    onFocus: () => prepare('claim'),
  })
  return (
    <section aria-labelledby="claimable">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id="claimable" className="text-section font-semibold">
            {t('claimable')}
          </h2>
          {claimable.length > 0 && <p className="mt-1 text-muted">{t('claimableLead')}</p>}
        </div>
        {claimable.length > 1 && <Button {...claim(claimable.map(({ credential }) => credential))}>{t('action.claimAll')}</Button>}
      </div>
      <div className="mt-4">
        {claimable.length === 0 ? (
          <Nothing brief={view.moves.length > 0} />
        ) : (
          <ul className="slab divide-y divide-line">
            {claimable.map(({ credential, quest, token, amount }) => (
              <li key={credential} className="flex min-h-18 flex-wrap items-center gap-x-5 gap-y-2 px-5 py-3.5">
                <span className="min-w-0 flex-1 basis-28">
                  <SiteLink href={`/quests/${quest.slug}`} className="font-medium underline-offset-4 hover:underline">
                    {say(quest.title, locale)}
                  </SiteLink>
                </span>
                <span className="font-semibold whitespace-nowrap">
                  {amountOf(amount, token)} <span className="font-normal text-muted">{tokenOf(token).symbol}</span>
                </span>
                <Button look={claimable.length > 1 ? 'quiet' : 'primary'} size="small" {...claim([credential])}>
                  {t('action.claim')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** One line once there is a history to look at. */
function Nothing({ brief }: { brief: boolean }) {
  const t = useTranslations('money')
  const find = (
    <ButtonLink href="/quests" look="quiet">
      {t('findQuests')}
    </ButtonLink>
  )
  if (!brief) {
    return (
      <Empty title={t('nothingTitle')} action={find}>
        {t('nothingText')}
      </Empty>
    )
  }
  return (
    <div className="slab flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-dashed px-5 py-4">
      <p className="min-w-0 flex-1 basis-64 text-muted">{t('nothingText')}</p>
      {find}
    </div>
  )
}
