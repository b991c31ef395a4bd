import { useLocale, useTranslations } from 'next-intl'
import type { ListedQuest } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { say } from '#app/_ui/say.ts'
import { Cover } from './Cover.tsx'
import { type ChainFacts, chainLabel } from './chainNames.ts'
import { QuestTerms } from './QuestTerms.tsx'
import { ReasonLine } from './ReasonLine.tsx'
import { sayReward } from './reward.ts'

type Props = {
  quest: ListedQuest
  chains: ChainFacts
  /** The server's clock, milliseconds. */
  now: number
  className?: string
  /** The first of a list, drawn larger. */
  lead?: boolean
}

/** A quest in a list: what to do, how long it takes, what it gives, whether it can be done now, how far the reader already is. */
export function QuestCard({ quest, chains, now, className = '', lead = false }: Props) {
  const t = useTranslations('quests')
  const locale = useLocale()
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  const underWay = quest.my === 'started' && quest.passedSteps > 0
  // The bar says how many steps are done.
  const reasons = (quest.reasons ?? []).filter(({ kind }) => kind !== 'passed' || !underWay)
  return (
    <li className={className}>
      <SiteLink
        href={`/quests/${quest.slug}`}
        className="group slab relative flex h-full flex-col overflow-hidden p-5 transition-[border-color,box-shadow,translate] duration-200 ease-settle hover:-translate-y-0.5 hover:border-edge hover:shadow-lift"
      >
        {quest.cover && (
          <div className={`-mx-5 -mt-5 mb-4 ${lead ? 'lg:absolute lg:inset-y-0 lg:right-0 lg:m-0 lg:w-[36%]' : ''}`}>
            <Cover
              cover={quest.cover}
              sizes={lead ? '(min-width: 64rem) 26rem, 100vw' : '(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw'}
              className={lead ? 'lg:aspect-auto lg:h-full' : ''}
            />
          </div>
        )}
        <div className={`flex items-start justify-between gap-4 ${lead && quest.cover ? 'lg:max-w-[62%]' : ''}`}>
          <div className="min-w-0">
            <p className="text-[0.8125rem] break-words text-faint">
              {quest.space.name} · {t(`category.${category}`)} · {t(`difficulty.${quest.difficulty}`)}
            </p>
            <h3 className={`mt-1 leading-snug font-semibold tracking-tight break-words ${lead ? 'text-lg lg:text-2xl' : 'text-lg'}`}>
              {say(quest.title, locale)}
            </h3>
          </div>
          <Cube
            quest={quest.slug}
            category={category}
            holder=""
            className={`-mt-1 -mr-1 h-20 shrink-0 transition-transform duration-300 ease-settle group-hover:-translate-y-1 ${lead && quest.cover ? 'lg:hidden' : lead ? 'lg:absolute lg:top-1/2 lg:right-8 lg:m-0 lg:h-36 lg:-translate-y-1/2 lg:group-hover:translate-y-[calc(-50%-0.25rem)]' : ''}`}
          />
        </div>
        <p
          className={`mt-2 line-clamp-2 text-[0.9375rem] leading-relaxed break-words text-muted ${lead ? 'lg:max-w-[60%] lg:text-base' : ''}`}
        >
          {say(quest.summary, locale)}
        </p>
        <div className={`mt-auto grid gap-2 pt-5 ${lead ? 'lg:max-w-[65%]' : ''}`}>
          {reasons.length > 0 && <ReasonLine reasons={reasons} chainNames={chains.names} />}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.875rem] text-muted">
            <span className="inline-flex items-center gap-1.5">
              <Icon name="clock" className="size-4 text-faint" /> {t('minutes', { count: quest.minutes })}
            </span>
            <span>{t('points', { count: quest.points })}</span>
            {quest.every && <Tag>{t(`every.${quest.every}`)}</Tag>}
            {quest.reward !== null && <Tag tone="accent">{sayReward(quest.reward, locale)}</Tag>}
            <span className="min-w-0 break-words">
              {quest.chains.length > 0 ? quest.chains.map((chain) => chainLabel(chain, chains.names)).join(' + ') : t('noChain')}
            </span>
          </div>
          <QuestTerms quest={quest} chains={chains} now={now} />
        </div>
        {underWay && <Progress passed={quest.passedSteps} steps={quest.steps} />}
      </SiteLink>
    </li>
  )
}

function Progress({ passed, steps }: { passed: number; steps: number }) {
  const t = useTranslations('quests')
  return (
    <div className="mt-4">
      <div className="h-1 overflow-hidden rounded-full bg-line" aria-hidden="true">
        <div className="h-full bg-accent" style={{ width: `${(100 * passed) / Math.max(1, steps)}%` }} />
      </div>
      <p className="mt-2 text-[0.8125rem] text-accent-text">{t('already', { passed, steps })}</p>
    </div>
  )
}
