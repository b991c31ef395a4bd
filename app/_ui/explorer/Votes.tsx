import { getTranslations } from 'next-intl/server'
import { votesOf } from '#app/_data/credentials.ts'
import type { LaneVote } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Skeleton } from '#app/_ui/base/Skeleton.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Section } from './Section.tsx'

const tones = { voted: 'good', waiting: 'accent', silent: 'plain', inactive: 'plain', unknown: 'plain' } as const

/** What each lane of the slot's contract says of the batch; a lane that the slot does not have says nothing. */
export async function Votes({ batch, now }: { batch: number | null; now: number }) {
  const [t, said] = await Promise.all([getTranslations('credential.votes'), batch === null ? null : votesOf(batch)])
  if (!said) {
    return (
      <Section id="votes" title={t('title')}>
        <p className="text-muted">{t('notBatched')}</p>
      </Section>
    )
  }
  return (
    <Section id="votes" title={t('title')} lead={said.needed === null ? t('leadUnknown') : t('lead', { needed: said.needed })}>
      <ul className="divide-y divide-line border-t border-line">
        {said.votes.map((vote) => (
          <Vote key={vote.lane} vote={vote} now={now} />
        ))}
      </ul>
    </Section>
  )
}

async function Vote({ vote: { lane, state, at, tx }, now }: { vote: LaneVote; now: number }) {
  const t = await getTranslations('credential.votes')
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3.5 last:pb-0" data-lane={lane} data-vote={state}>
      <span className="min-w-0 flex-1 basis-64">
        <span className="block font-medium">{t(`lane.${lane}`)}</span>
        <span className="block text-[0.9375rem] text-muted">{t(`about.${lane}`)}</span>
        {tx !== null && (
          <span className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-faint">
            {t('by')} <Hash value={tx} />
          </span>
        )}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-faint">
        <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
        {at !== null && <Ago at={at} now={now} />}
      </span>
    </li>
  )
}

/** While L2 is asked: as tall as what comes. */
export function VotesSkeleton() {
  return <Skeleton className="h-[21rem] rounded-card" />
}
