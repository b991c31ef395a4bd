import { useTranslations } from 'next-intl'
import type { QuestCard as Quest } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { ChainFacts } from '#app/_ui/quest/chainNames.ts'
import { QuestCard } from '#app/_ui/quest/QuestCard.tsx'

type Props = {
  quests: Quest[]
  /** Slug of the first quest that the reader has not done. */
  next: string | null
  chains: ChainFacts
  now: number
}

/** The quests of a learning path along a line, in their order. */
export function PathSteps({ quests, next, chains, now }: Props) {
  const t = useTranslations('collection')
  return (
    <ol className="max-w-3xl">
      {quests.map((quest, i) => {
        const done = quest.my === 'completed'
        const here = quest.slug === next
        return (
          <li key={quest.slug} className="relative flex gap-4 pb-4 last:pb-0 sm:gap-6">
            {i < quests.length - 1 && (
              <span className="absolute top-9 bottom-0 left-[1.0625rem] border-l-2 border-dotted border-edge" aria-hidden="true" />
            )}
            <span
              className={`relative mt-4 grid size-9 shrink-0 place-items-center rounded-full border text-sm font-medium ${done ? 'border-transparent bg-good-soft text-good' : here ? 'border-transparent bg-accent text-accent-ink' : 'border-line bg-surface text-muted'}`}
              aria-hidden="true"
            >
              {done ? <Icon name="check" className="size-4" /> : i + 1}
            </span>
            <div className="min-w-0 flex-1">
              {here && <p className="mt-1 mb-2 text-[0.8125rem] font-medium text-accent-text">{t('next')}</p>}
              <ul>
                <QuestCard quest={quest} chains={chains} now={now} />
              </ul>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
