import { useLocale, useTranslations } from 'next-intl'
import type { QuestCard } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { Cover } from '#app/_ui/quest/Cover.tsx'
import { type ChainFacts, chainLabel } from '#app/_ui/quest/chainNames.ts'
import { QuestTerms } from '#app/_ui/quest/QuestTerms.tsx'
import { sayReward } from '#app/_ui/quest/reward.ts'
import { say } from '#app/_ui/say.ts'

type Props = { quest: QuestCard; chains: ChainFacts; now: number }

/** A quest across the whole width, its stone on a lit ground. */
export function FeaturedQuest({ quest, chains, now }: Props) {
  const t = useTranslations('quests')
  const locale = useLocale()
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  return (
    <li>
      <SiteLink
        href={`/quests/${quest.slug}`}
        className="group slab grid overflow-hidden transition-[border-color,box-shadow] duration-200 hover:border-edge hover:shadow-lift sm:grid-cols-[minmax(0,1fr)_15rem] lg:grid-cols-[minmax(0,1fr)_22rem]"
      >
        <div className="order-last flex min-w-0 flex-col p-5 sm:order-none sm:p-8 lg:p-10">
          <p className="text-[0.875rem] break-words text-faint">
            {quest.space.name} · {t(`category.${category}`)} · {t(`difficulty.${quest.difficulty}`)}
          </p>
          <h3 className="mt-2 text-2xl leading-tight font-semibold tracking-tight break-words lg:text-[2rem]">
            {say(quest.title, locale)}
          </h3>
          <p className="mt-3 max-w-xl text-base leading-relaxed break-words text-muted lg:text-lg">{say(quest.summary, locale)}</p>
          <p className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-[0.9375rem] text-muted">
            <span className="inline-flex items-center gap-1.5">
              <Icon name="clock" className="size-4 text-faint" /> {t('minutes', { count: quest.minutes })}
            </span>
            <span>{t('points', { count: quest.points })}</span>
            {quest.reward !== null && <Tag tone="accent">{sayReward(quest.reward, locale)}</Tag>}
            <span>{quest.chains.length > 0 ? quest.chains.map((chain) => chainLabel(chain, chains.names)).join(' + ') : t('noChain')}</span>
          </p>
          <div className="mt-3">
            <QuestTerms quest={quest} chains={chains} now={now} />
          </div>
        </div>
        {quest.cover ? (
          <Cover
            cover={quest.cover}
            sizes="(min-width: 64rem) 40rem, (min-width: 40rem) 24rem, 100vw"
            className="sm:aspect-auto sm:h-full"
          />
        ) : (
          <div className="grid place-items-center bg-sunken py-7 sm:py-10">
            <Cube
              quest={quest.slug}
              category={category}
              holder=""
              className="h-32 transition-transform duration-300 ease-settle group-hover:-translate-y-1.5 sm:h-44 lg:h-56"
            />
          </div>
        )}
      </SiteLink>
    </li>
  )
}
