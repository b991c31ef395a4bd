import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CredentialView } from '#app/_data/views.ts'
import { ButtonLink, buttonClass } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { TimelineRow } from './TimelineRow.tsx'

type Props = {
  items: CredentialView[]
  mine: boolean
  now: number
  /** Null on the first page, and on the last. */
  newestHref: string | null
  olderHref: string | null
  whenEmpty: ReactNode
}

const timeOf = (credential: CredentialView) => credential.issuedAt ?? credential.createdAt

/** Credentials by the month that they were issued in, newest first. */
export function Timeline({ items, mine, now, newestHref, olderHref, whenEmpty }: Props) {
  const t = useTranslations('reputation.timeline')
  const format = useFormatter()
  const months = Map.groupBy(items, (credential) => timeOf(credential).slice(0, 7))
  return (
    <section id="credentials" className="page scroll-mt-20 pt-14" aria-labelledby="timeline-title">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id="timeline-title" className="text-section font-semibold">
          {t('title')}
        </h2>
        {mine && items.length > 0 && (
          <a href="/api/csv/credentials" download className={buttonClass('quiet', 'small')}>
            <Icon name="down" className="size-4" /> {t('csv')}
          </a>
        )}
      </div>
      {mine && items.length > 0 && <p className="mt-2 max-w-2xl text-[0.9375rem] text-muted">{t('privacy')}</p>}
      {items.length === 0 && <div className="mt-5">{whenEmpty}</div>}
      {[...months].map(([month, credentials]) => (
        <section key={month} aria-labelledby={`month-${month}`} className="mt-8 grid gap-x-8 gap-y-3 md:grid-cols-[9rem_minmax(0,1fr)]">
          <h3 id={`month-${month}`} className="font-semibold text-muted md:pt-4">
            {format.dateTime(new Date(`${month}-01T00:00:00Z`), { year: 'numeric', month: 'long', timeZone: 'UTC' })}
          </h3>
          <ol className="slab divide-y divide-line">
            {credentials.map((credential) => (
              <TimelineRow key={credential.id} credential={credential} at={timeOf(credential)} mine={mine} now={now} />
            ))}
          </ol>
        </section>
      ))}
      {(newestHref ?? olderHref) !== null && (
        <div className="mt-8 flex justify-center gap-3">
          {newestHref !== null && (
            <ButtonLink look="quiet" href={newestHref}>
              {t('newest')}
            </ButtonLink>
          )}
          {olderHref !== null && (
            <ButtonLink look="quiet" href={olderHref}>
              {t('older')}
            </ButtonLink>
          )}
        </div>
      )}
    </section>
  )
}
