'use client'

import { useTranslations } from 'next-intl'
import type { DraftView, SpaceFunds } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { costsMoney } from '#app/_ui/funds/priceOf.ts'
import { VaultPanel } from '#app/_ui/funds/VaultPanel.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { LaunchForm } from './LaunchForm.tsx'

type Props = { space: string; draft: DraftView; vault: SpaceFunds['vault']; mayOverride: boolean }

/** The step between an approved quest and its launch, or why there is none now. */
export function FundStep({ space, draft, vault, mayOverride }: Props) {
  const t = useTranslations('funds.launch')
  const quest = `/studio/${space}/quests/${draft.slug}`
  const funds = `/studio/${space}/funds`
  if (draft.quest)
    return (
      <Empty title={t('launchedTitle')} level={2} action={<ButtonLink href={funds}>{t('toFunds')}</ButtonLink>}>
        {t('launchedText')}
      </Empty>
    )
  if (!costsMoney(draft.document))
    return (
      <Empty title={t('freeTitle')} level={2} action={<ButtonLink href={quest}>{t('back')}</ButtonLink>}>
        {t('freeText')}
      </Empty>
    )
  if (draft.stage !== 'approved')
    return (
      <Empty title={t('notApprovedTitle')} level={2} action={<ButtonLink href={quest}>{t('back')}</ButtonLink>}>
        {t('notApprovedText')}
      </Empty>
    )
  if (vault && !vault.mine)
    return (
      <Empty title={t('othersTitle')} level={2} action={<ButtonLink href={funds}>{t('toFunds')}</ButtonLink>}>
        {t('othersText', { name: vault.handle ?? shorten(walletAddress(vault.wallet), 6, 4) })}
      </Empty>
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <LaunchForm space={space} draft={draft} available={vault?.available ?? null} mayOverride={mayOverride} />
      <VaultPanel space={space} vault={vault} />
    </div>
  )
}
