import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { QuestCard as Quest } from '#app/_data/views.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { QuestCard } from './QuestCard.tsx'

type Props = { quests: Quest[]; chainNames: Readonly<Record<string, string>>; whenEmpty?: ReactNode }

/** The first card is wider where that fills the last row: two columns on a tablet, three on a desk. */
function widthOfFirst(count: number): string {
  const tablet = count % 2 === 1 && count > 1 ? 'sm:col-span-2' : ''
  const desk = count % 3 === 2 ? 'lg:col-span-2' : 'lg:col-span-1'
  return `${tablet} ${desk}`
}

export function QuestGrid({ quests, chainNames, whenEmpty }: Props) {
  const t = useTranslations('quests')
  if (quests.length === 0) return whenEmpty ?? <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {quests.map((quest, i) => (
        <QuestCard
          key={quest.slug}
          quest={quest}
          chainNames={chainNames}
          {...(i === 0 ? { className: widthOfFirst(quests.length), lead: quests.length % 3 === 2 } : {})}
        />
      ))}
    </ul>
  )
}
