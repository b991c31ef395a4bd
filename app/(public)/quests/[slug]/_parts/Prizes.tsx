'use client'

import { useTranslations } from 'next-intl'
import type { QuestDetail } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { PrizeTable } from '#app/_ui/quest/PrizeTable.tsx'

/** What there is to win beside the CUBE, by whom, and where it is drawn. */
export function Prizes({ quest: { slug, prize } }: { quest: QuestDetail }) {
  const t = useTranslations('quest.prize')
  if (!prize) return null
  return (
    <section aria-labelledby="prizes" className="mt-5 border-t border-line pt-5">
      <h2 id="prizes" className="font-medium">
        {t('title')}
      </h2>
      <p className="mt-1 text-sm text-muted">{t(prize.mode)}</p>
      <div className="mt-2">
        <PrizeTable tiers={prize.tiers} />
      </div>
      {prize.commitment !== null && (
        <p className="mt-2 text-sm text-faint">
          {t('commitment')} <Hash value={prize.commitment} />
        </p>
      )}
      <SiteLink href={`/quests/${slug}/draw`} className="mt-2 inline-block py-1 text-sm font-medium underline underline-offset-4">
        {t(prize.mode === 'raffle' ? 'seeDraw' : 'seeRanks')}
      </SiteLink>
    </section>
  )
}
