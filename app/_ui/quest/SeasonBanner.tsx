import { useLocale, useTranslations } from 'next-intl'
import type { SeasonCard } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { say } from '#app/_ui/say.ts'

type Props = { season: SeasonCard; signedIn: boolean; now: number }

/** A season with the time that is left and how far the reader is in it. */
export function SeasonBanner({ season, signedIn, now }: Props) {
  const t = useTranslations('season')
  const locale = useLocale()
  const { slug, title, summary, state, startsAt, endsAt, points, quests, mine } = season
  return (
    <li>
      <SiteLink
        href={`/seasons/${slug}`}
        className="slab block p-5 transition-[border-color,box-shadow] duration-200 hover:border-edge hover:shadow-lift sm:p-6"
      >
        <p className="flex flex-wrap gap-x-4 text-[0.8125rem] text-faint">
          <span className="break-words">{season.space.name}</span>
          <span>
            {t(`when.${state}`)} <Ago at={state === 'upcoming' ? startsAt : endsAt} now={now} />
          </span>
        </p>
        <h3 className="mt-1 text-xl leading-snug font-semibold tracking-tight break-words">{say(title, locale)}</h3>
        <p className="mt-2 text-[0.9375rem] leading-relaxed break-words text-muted">{say(summary, locale)}</p>
        {signedIn ? (
          <>
            <SeasonBar points={mine.points} of={points} />
            <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-[0.875rem]">
              <span className="font-medium">{t('minePoints', { points: mine.points, all: points })}</span>
              <span className="text-muted">{t('mineQuests', { done: mine.quests, count: quests })}</span>
            </p>
          </>
        ) : (
          <p className="mt-4 text-[0.875rem] text-muted">{t('offer', { quests, points })}</p>
        )}
      </SiteLink>
    </li>
  )
}

/** Points as a share of all that there are. */
export function SeasonBar({ points, of }: { points: number; of: number }) {
  return (
    <div className="mt-5 h-1.5 overflow-hidden rounded-full bg-line" aria-hidden="true">
      <div className="h-full rounded-full bg-accent" style={{ width: `${(100 * points) / Math.max(1, of)}%` }} />
    </div>
  )
}
