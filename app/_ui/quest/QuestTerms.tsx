import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { QuestCard } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { type ChainFacts, chainLabel, troubleOf } from './chainNames.ts'

type Props = { quest: QuestCard; chains: ChainFacts; now: number }

/** A quest that closes later than this has time enough. */
const soonMs = 30 * 24 * 3_600_000

/** Whether the quest can be done now: places, time, and the chains that it reads. */
export function QuestTerms({ quest, chains, now }: Props) {
  const t = useTranslations('quests')
  const locale = useLocale()
  const left = Math.max(0, quest.supply - quest.completed)
  const trouble = troubleOf(quest.chains, chains)
  const over = overBecause(quest, left, now)
  if (quest.my === 'completed')
    return (
      <p>
        <Tag tone="good">
          <Icon name="check" className="size-3.5" /> {t('done')}
        </Tag>
      </p>
    )
  if (over) return <p className="text-[0.8125rem] font-medium text-muted">{t(`over.${over}`)}</p>
  const [opens, closes] = [Date.parse(quest.opensAt), Date.parse(quest.closesAt)]
  return (
    <>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-faint">
        <span>{t('placesLeft', { count: left, left: new Intl.NumberFormat(locale).format(left) })}</span>
        {opens > now ? (
          <span>
            {t('opens')} <Ago at={quest.opensAt} now={now} />
          </span>
        ) : (
          closes - now < soonMs && (
            <span>
              {t('closes')} <Ago at={quest.closesAt} now={now} />
            </span>
          )
        )}
      </p>
      {quest.caution && <Warning tone="bad">{t('caution')}</Warning>}
      {trouble && (
        <Warning tone={trouble.state === 'down' ? 'bad' : 'muted'}>
          {t(`health.${trouble.state}`, { chain: chainLabel(trouble.chain, chains.names) })}
        </Warning>
      )}
    </>
  )
}

function Warning({ tone, children }: { tone: 'bad' | 'muted'; children: ReactNode }) {
  return (
    <p className={`flex items-start gap-1.5 text-[0.8125rem] ${tone === 'bad' ? 'text-bad' : 'text-muted'}`}>
      <Icon name="warning" className="mt-0.5 size-4" />
      <span>{children}</span>
    </p>
  )
}

/** Why nobody can complete it any more, or not now; null when somebody can. */
function overBecause({ status, closesAt }: QuestCard, left: number, now: number): 'paused' | 'ended' | 'soldOut' | null {
  if (status === 'paused' || status === 'ended') return status
  if (Date.parse(closesAt) <= now) return 'ended'
  return left === 0 ? 'soldOut' : null
}
