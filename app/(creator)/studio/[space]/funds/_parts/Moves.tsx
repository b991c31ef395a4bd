'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { FundMove } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { useEth } from '#app/_ui/funds/useEth.ts'
import { say } from '#app/_ui/say.ts'

const states = ['accepted', 'batched', 'proposed', 'proven', 'final', 'refused'] as const
type State = (typeof states)[number]

/** What was signed for the space's quests, newest first, each with where it stands. */
export function Moves({ space, moves, now }: { space: string; moves: readonly FundMove[]; now: number }) {
  const t = useTranslations('funds.moves')
  const locale = useLocale()
  const eth = useEth()
  return (
    <section aria-labelledby="moves">
      <h2 id="moves" className="mb-4 text-section font-semibold">
        {t('title')}
      </h2>
      {moves.length === 0 ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        <ul className="slab divide-y divide-line">
          {moves.map(({ tx, kind, quest, amount, status, batch, at }) => (
            <li key={tx} className="px-5 py-4" data-move={kind} data-state={status}>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <p className="min-w-0">
                  <span className="font-medium">{t(kind)}</span>{' '}
                  {quest && (
                    <SiteLink href={`/studio/${space}/quests/${quest.slug}`} className="text-muted underline-offset-4 hover:underline">
                      {say(quest.title, locale)}
                    </SiteLink>
                  )}
                </p>
                {amount !== null && (
                  <p className={`font-semibold whitespace-nowrap ${status === 'refused' ? 'text-faint line-through' : ''}`}>
                    −{eth(amount)}
                  </p>
                )}
              </div>
              <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-faint">
                <Tag tone={status === 'refused' ? 'bad' : status === 'final' ? 'good' : 'accent'}>{t(stateOf(status))}</Tag>
                <Ago at={at} now={now} />
                {batch !== null && <BatchLink number={batch} />}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const stateOf = (status: string): State => states.find((state) => state === status) ?? 'accepted'
