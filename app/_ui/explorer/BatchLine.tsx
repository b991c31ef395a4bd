import { useTranslations } from 'next-intl'
import type { BatchView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

/** sealed → proposed → proven → final, with the time between two stages on the line that joins them. */
export function BatchLine({ batch, now }: { batch: BatchView; now: number }) {
  const t = useTranslations('explorer')
  const stages = [
    ['sealed', batch.sealedAt],
    ['proposed', batch.proposedAt],
    ['proven', batch.provenAt],
    ['final', batch.finalAt],
  ] as const
  const next = stages.findIndex(([, at]) => at === null)
  return (
    <ol className="slab grid gap-y-5 p-5 sm:grid-cols-4 sm:p-6" aria-label={t('life')}>
      {stages.map(([stage, at], i) => {
        const before = stages[i - 1]?.[1]
        const took = at && before ? (Date.parse(at) - Date.parse(before)) / 1000 : null
        return (
          <li key={stage} className="relative flex gap-3 sm:block">
            <span
              aria-hidden="true"
              className={`grid size-7 shrink-0 place-items-center rounded-full border-2 ${at ? 'border-accent bg-accent text-accent-ink' : i === next ? 'animate-breathe border-accent-text' : 'border-line'}`}
            >
              {at && <Icon name="check" className="size-4" />}
            </span>
            {i > 0 && (
              <span
                aria-hidden="true"
                className={`absolute top-[0.8125rem] right-[calc(100%+0.375rem)] hidden h-0.5 w-[calc(100%-2.5rem)] sm:block ${at ? 'bg-accent' : 'bg-line'}`}
              />
            )}
            <div className="sm:mt-3">
              <p className={`font-semibold ${at ? '' : 'text-faint'}`}>{t(`stage.${stage}`)}</p>
              <p className="text-sm text-faint">
                {at ? <Ago at={at} now={now} /> : ' '}
                {took !== null && (
                  <span className="ml-2 text-muted">
                    +{t('seconds', { value: took < 10 ? took.toFixed(1) : String(Math.round(took)) })}
                  </span>
                )}
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
