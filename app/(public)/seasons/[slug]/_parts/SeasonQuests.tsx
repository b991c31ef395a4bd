import { useTranslations } from 'next-intl'
import type { SeasonPage } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { ChainFacts } from '#app/_ui/quest/chainNames.ts'
import { QuestCard } from '#app/_ui/quest/QuestCard.tsx'

type Props = { season: SeasonPage; chains: ChainFacts; now: number }

/** The quests that count, each with whether it already did for the reader. */
export function SeasonQuests({ season, chains, now }: Props) {
  const t = useTranslations('season')
  return (
    <section className="lg:col-start-1 lg:row-start-1" aria-labelledby="quests">
      <h2 id="quests" className="mb-5 text-section font-semibold">
        {t('quests', { count: season.quests.length })}
      </h2>
      <ul className="grid gap-5">
        {season.quests.map(({ quest, countedAt }) => (
          <li key={quest.slug}>
            <ul>
              <QuestCard quest={quest} chains={chains} now={now} />
            </ul>
            {quest.my === 'completed' && (
              <p
                className={`mt-2 flex items-center gap-1.5 px-1 text-[0.875rem] ${countedAt === null ? 'text-muted' : 'font-medium text-good'}`}
              >
                {countedAt === null ? (
                  t('outside')
                ) : (
                  <>
                    <Icon name="check" className="size-4" /> {t('counted', { points: quest.points })}
                  </>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
