'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Prerequisite, PrerequisiteState } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { say } from '#app/_ui/say.ts'
import { useLive } from './QuestProgress.tsx'

/** What is asked for before this quest, each with the quest that gives it and, for a member, where they stand. */
export function Prerequisites() {
  const t = useTranslations('quest.before')
  const { quest, progress } = useLive()
  if (quest.prerequisites.length === 0 || progress?.completedAt) return null
  return (
    <section aria-labelledby="before">
      <h2 id="before" className="mb-4 text-section font-semibold">
        {t('title')}
      </h2>
      <ul className="slab divide-y divide-line px-5 sm:px-6">
        {quest.prerequisites.map((wanted, i) => (
          <Row
            key={wanted.kind === 'score' ? wanted.kind : `${wanted.kind} ${wanted.quest}`}
            wanted={wanted}
            state={progress?.prerequisites[i]}
          />
        ))}
      </ul>
    </section>
  )
}

function Row({ wanted, state }: { wanted: Prerequisite; state: PrerequisiteState | undefined }) {
  const t = useTranslations('quest.before')
  const locale = useLocale()
  const format = new Intl.NumberFormat(locale)
  return (
    <li className="flex items-start gap-4 py-4">
      <span
        aria-hidden="true"
        className={`grid size-8 shrink-0 place-items-center rounded-full ${state?.met ? 'bg-good-soft text-good' : 'bg-sunken'}`}
      >
        {state?.met ? <Icon name="check" className="size-4.5" /> : <span className="size-2 rounded-full bg-faint" />}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="font-medium break-words">
          {wanted.kind === 'score'
            ? t('score', { min: format.format(wanted.min) })
            : t.rich(wanted.kind, {
                title: () => (
                  <SiteLink href={`/quests/${wanted.quest}`} className="text-accent-text underline underline-offset-4">
                    {say(wanted.title, locale)}
                  </SiteLink>
                ),
              })}
        </p>
        {state && (
          <p className={`mt-0.5 text-[0.9375rem] ${state.met ? 'text-good' : 'text-muted'}`}>
            {state.kind === 'score'
              ? t('found.score', { score: format.format(BigInt(state.found)) })
              : t(`found.${state.kind}.${state.found}`)}
          </p>
        )}
      </div>
    </li>
  )
}
