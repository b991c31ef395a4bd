import { useLocale, useTranslations } from 'next-intl'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { type CredentialState, reached, type Stage, stages } from './lifecycle.ts'

export type StateTimes = {
  acceptedAt: string | null
  sealedAt: string | null
  proposedAt: string | null
  provenAt: string | null
  finalAt: string | null
}

type Props = {
  state: CredentialState
  batch: number | null
  times: StateTimes
  now: number
  /** Usual milliseconds from acceptance to finality, measured on recent batches; absent while there is no record. */
  usualMs?: number | undefined
  upright?: boolean
}

/** signed → accepted → in batch N → proven → final, with times and what is left. */
export function StateLine({ state, batch, times, now, usualMs, upright = false }: Props) {
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
  const left = usualMs && times.acceptedAt ? Math.round((Date.parse(times.acceptedAt) + usualMs - now) / 1000) : null
  return (
    <ol className={`grid text-sm ${upright ? 'gap-0' : 'grid-cols-1 gap-0 sm:auto-cols-fr sm:grid-flow-col'}`} aria-label={t('label')}>
      {stages.map((stage, i) => {
        const isDone = i <= done
        const isNext = i === done + 1
        const stamp = at[stage]
        return (
          <li
            key={stage}
            className={`relative flex gap-3 pb-4 last:pb-0 ${upright ? '' : 'sm:flex-col sm:gap-2 sm:pb-0'}`}
            aria-current={i === done ? 'step' : undefined}
          >
            {i > 0 && (
              <span
                aria-hidden="true"
                className={`absolute -top-4 left-[0.6875rem] h-4 w-0.5 ${isDone ? 'bg-accent' : 'bg-line'} ${upright ? '' : 'sm:top-[0.6875rem] sm:right-[calc(100%-0.125rem)] sm:left-auto sm:h-0.5 sm:w-[calc(100%-1.5rem)]'}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`grid size-6 shrink-0 place-items-center rounded-full border-2 ${isDone ? 'border-accent bg-accent text-accent-ink' : isNext ? 'animate-breathe border-accent-text' : 'border-line'}`}
            >
              {isDone && <Icon name="check" className="size-3.5" />}
            </span>
            <span className="min-w-0">
              <span className={`block font-medium ${isDone ? 'text-ink' : 'text-faint'}`}>
                {stage === 'batched' && batch !== null ? (
                  <SiteLink
                    href={`/explorer/batches/${batch}`}
                    className="underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
                  >
                    {t('inBatch', { number: String(batch) })}
                  </SiteLink>
                ) : (
                  t(stage)
                )}
              </span>
              <span className="block text-[0.8125rem] text-faint">
                {isDone && stamp ? (
                  <Ago at={stamp} now={now} />
                ) : isNext && left !== null ? (
                  left > 1 ? (
                    t('left', { seconds: new Intl.NumberFormat(locale).format(left) })
                  ) : (
                    t('soon')
                  )
                ) : (
                  ' '
                )}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
