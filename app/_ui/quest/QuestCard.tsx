import { useLocale, useTranslations } from 'next-intl'
import type { QuestCard as Quest } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { say } from '#app/_ui/say.ts'
import { chainLabel } from './chainNames.ts'
import { sayReward } from './reward.ts'

type Props = {
  quest: Quest
  chainNames: Readonly<Record<string, string>>
  className?: string /** The first of a list, drawn larger. */
  lead?: boolean
}

/** A quest in a list: what to do, how long it takes, what it gives, how far the reader already is. */
export function QuestCard({ quest, chainNames, className = '', lead = false }: Props) {
  const t = useTranslations('quests')
  const locale = useLocale()
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  const under = quest.my === 'started' && quest.passedSteps > 0
  return (
    <li className={className}>
      <SiteLink
        href={`/quests/${quest.slug}`}
        className="group slab relative flex h-full flex-col overflow-hidden p-5 transition-[border-color,box-shadow,translate] duration-200 ease-settle hover:-translate-y-0.5 hover:border-edge hover:shadow-lift"
      >
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <p className="text-[0.8125rem] text-faint">
              {quest.space.name} · {t(`category.${category}`)}
            </p>
            <h3 className={`mt-1 leading-snug font-semibold tracking-tight ${lead ? 'text-lg lg:text-2xl' : 'text-lg'}`}>
              {say(quest.title, locale)}
            </h3>
          </div>
          <Cube
            quest={quest.slug}
            category={category}
            holder=""
            className={`-mt-1 -mr-1 h-20 shrink-0 transition-transform duration-300 ease-settle group-hover:-translate-y-1 ${lead ? 'lg:absolute lg:top-1/2 lg:right-8 lg:m-0 lg:h-36 lg:-translate-y-1/2 lg:group-hover:translate-y-[calc(-50%-0.25rem)]' : ''}`}
          />
        </div>
        <p className={`mt-2 line-clamp-2 text-[0.9375rem] leading-relaxed text-muted ${lead ? 'lg:max-w-[60%] lg:text-base' : ''}`}>
          {say(quest.summary, locale)}
        </p>
        <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 pt-5 text-[0.875rem] text-muted">
          <span className="inline-flex items-center gap-1.5">
            <Icon name="clock" className="size-4 text-faint" /> {t('minutes', { count: quest.minutes })}
          </span>
          <span>{t('points', { count: quest.points })}</span>
          {quest.reward !== null && <Tag tone="accent">{sayReward(quest.reward, locale)}</Tag>}
          <span className="min-w-0 truncate">
            {quest.chains.length > 0 ? quest.chains.map((chain) => chainLabel(chain, chainNames)).join(' + ') : t('noChain')}
          </span>
          {quest.my === 'completed' && (
            <span className="ml-auto">
              <Tag tone="good">
                <Icon name="check" className="size-3.5" /> {t('done')}
              </Tag>
            </span>
          )}
        </div>
        {under && (
          <div className="mt-4">
            <div className="h-1 overflow-hidden rounded-full bg-line">
              <div className="h-full bg-accent" style={{ width: `${(100 * quest.passedSteps) / Math.max(1, quest.steps)}%` }} />
            </div>
            <p className="mt-2 text-[0.8125rem] text-accent-text">{t('already', { passed: quest.passedSteps, steps: quest.steps })}</p>
          </div>
        )}
      </SiteLink>
    </li>
  )
}
