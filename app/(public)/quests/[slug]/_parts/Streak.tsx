'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { StreakView } from '#app/_data/views.ts'
import { useLive } from './QuestProgress.tsx'

type Stone = StreakView['stones'][number]
type Every = 'day' | 'week'

/** That the quest comes again and, for a member, how the last periods went. */
export function Streak() {
  const t = useTranslations('quest.streak')
  const { quest, progress } = useLive()
  if (!quest.family) return null
  const { every, period, periods } = quest.family
  const streak = progress?.streak
  return (
    <section aria-labelledby="streak" className="slab p-5 sm:p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="streak" className="text-section font-semibold">
          {streak && streak.current > 0 ? t(`current.${every}`, { count: streak.current }) : t(`every.${every}`)}
        </h2>
        <p className="text-sm text-faint">{t(`period.${every}`, { period: period + 1, periods })}</p>
      </div>
      {streak && (
        <>
          <ol className="mt-5 flex max-w-[17.5rem] flex-wrap gap-2 sm:max-w-none" aria-label={t('stones')}>
            {streak.stones.map((stone) => (
              <StoneMark key={stone.startsAt} stone={stone} every={every} />
            ))}
          </ol>
          {streak.atRisk && <p className="mt-4 font-medium text-accent-text">{t(`atRisk.${every}`)}</p>}
          <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-[0.9375rem] text-muted">
            <span>{t(`longest.${every}`, { count: streak.longest })}</span>
            <span>{t('repairs', { count: streak.repairsLeft })}</span>
          </p>
        </>
      )}
      <p className="mt-3 text-sm text-faint">
        {t(`explain.${every}`)} {t(`rule.${every}`)}
      </p>
    </section>
  )
}

/** A cube seen from a corner. */
const outline = 'M12 2.5l8.2 4.75v9.5L12 21.5l-8.2-4.75v-9.5z'
const edges = 'M12 12v9.2M12 12L4 7.4M12 12l8-4.6'

const looks: Record<Stone['state'], string> = {
  done: 'fill-accent stroke-accent-ink/50',
  repaired: 'fill-accent-soft stroke-accent-text',
  missed: 'fill-sunken stroke-edge',
  open: 'fill-surface stroke-accent-text',
  before: 'fill-none stroke-line',
}

/** What tells the states apart without colour: a whole cube, a mended one, a flat one with a stroke through it, an outline to be filled. */
const marks: Record<Stone['state'], string | null> = {
  done: edges,
  repaired: 'M8 12h8M12 8v8',
  missed: 'M8.5 12h7',
  open: null,
  before: null,
}

function StoneMark({ stone: { startsAt, state, present }, every }: { stone: Stone; every: Every }) {
  const t = useTranslations('quest.streak')
  const locale = useLocale()
  const date = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(startsAt))
  const words = t('stone', { date: t(`date.${every}`, { date }), state: t(`state.${state}`) })
  const mark = marks[state]
  return (
    <li
      title={words}
      aria-current={present ? 'date' : undefined}
      className={`grid size-8 place-items-center rounded-lg ${present ? 'ring-2 ring-edge' : ''}`}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className={`size-7 ${looks[state]}`} strokeWidth={1.4} strokeLinejoin="round">
        <path d={outline} strokeDasharray={state === 'open' ? '3 2.5' : undefined} />
        {mark && <path d={mark} fill="none" strokeLinecap="round" />}
      </svg>
      <span className="sr-only">{words}</span>
    </li>
  )
}
