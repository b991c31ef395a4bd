import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ListedQuest } from '#app/_data/views.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import type { ChainFacts } from './chainNames.ts'
import { QuestCard } from './QuestCard.tsx'

type Props = {
  quests: ListedQuest[]
  chains: ChainFacts
  /** The server's clock, milliseconds. */
  now: number
  /** On a desk. */
  columns?: 2 | 3
  whenEmpty?: ReactNode
}

/** The first card is wider where that fills the last row: two columns on a tablet, two or three on a desk. */
function widthOfFirst(count: number, columns: 2 | 3): string {
  const odd = count % 2 === 1 && count > 1
  const tablet = odd ? 'sm:col-span-2' : ''
  if (columns === 2) return tablet
  return `${tablet} ${['lg:col-span-1', count > 1 ? 'lg:col-span-3' : '', 'lg:col-span-2'][count % 3]}`
}

export function QuestGrid({ quests, chains, now, columns = 3, whenEmpty }: Props) {
  const t = useTranslations('quests')
  if (quests.length === 0) return whenEmpty ?? <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
  const lead = quests.length > 1 && quests.length % columns !== 0
  return (
    <ul className={`grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2 ${columns === 3 ? 'lg:grid-cols-3' : ''}`}>
      {quests.map((quest, i) => (
        <QuestCard
          key={quest.slug}
          quest={quest}
          chains={chains}
          now={now}
          {...(i === 0 ? { className: widthOfFirst(quests.length, columns), lead } : {})}
        />
      ))}
    </ul>
  )
}
