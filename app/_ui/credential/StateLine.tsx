import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { BatchLink } from './BatchLink.tsx'
import { type CredentialState, reached, type Stage, stages } from './lifecycle.ts'
import { StageLine } from './StageLine.tsx'

export type StateTimes = {
  acceptedAt: string | null
  sealedAt: string | null
  proposedAt: string | null
  provenAt: string | null
  finalAt: string | null
}

type Props = {
  state: CredentialState
  /** Whom it waits for, beside the next batch. */
  waitsFor?: 'issuer' | null
  batch: number | null
  times: StateTimes
  now: number
  /** Usual milliseconds from acceptance to finality, measured on recent batches; absent while there is no record. */
  usualMs?: number | undefined
  upright?: boolean
}

/** signed → accepted → in batch N → proven → final, with times and what is left. */
export function StateLine({ state, waitsFor = null, batch, times, now, usualMs, upright = false }: Props) {
  const t = useTranslations('state')
  const locale = useLocale()
  const done = reached(state)
  const at: Record<Stage, string | null> = {
    signed: times.acceptedAt,
    accepted: times.acceptedAt,
    batched: times.sealedAt,
    proven: times.provenAt,
    final: times.finalAt,
  }
  if (state === 'refused') {
    return (
      <p className="flex items-center gap-2 rounded-lg bg-bad-soft px-3 py-2 text-sm text-bad">
        <Icon name="warning" className="size-4" /> {t('refused')}
      </p>
    )
  }
  const seconds = usualMs && times.acceptedAt ? Math.round((Date.parse(times.acceptedAt) + usualMs - now) / 1000) : null
  const usual = seconds === null ? null : seconds > 1 ? t('left', { seconds: new Intl.NumberFormat(locale).format(seconds) }) : t('soon')
  // A project's own signer keeps no time of ours.
  const left = waitsFor === 'issuer' ? t('waitsForIssuer') : usual
  const steps = stages.map((stage) => ({
    name: stage,
    at: at[stage],
    words: stage === 'batched' && batch !== null ? <BatchLink number={batch} /> : t(stage),
  }))
  return <StageLine steps={steps} done={done} label={t('label')} now={now} left={left} upright={upright} />
}
