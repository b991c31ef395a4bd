'use client'

import { useTranslations } from 'next-intl'
import type { DraftView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { whose } from '#app/_ui/draft/whose.ts'

const shown = 3

/** What reviewers and authors did with the text, newest first; words of the newest ones are in sight. */
export function Reviews({ view: { reviews, readAt } }: { view: DraftView }) {
  const t = useTranslations('drafts.reviews')
  if (reviews.length === 0) return null
  const [newest, older] = [reviews.slice(0, shown), reviews.slice(shown)]
  const list = (some: typeof reviews) => (
    <ol className="grid gap-3 text-[0.9375rem]">
      {some.map(({ act, by, words, at }) => (
        <li key={`${at} ${act}`} data-review={act}>
          <p>
            {by === null ? t(`${act}.unnamed`) : t(`${act}.by`, { by: whose(by) })}{' '}
            <span className="text-sm text-faint">
              <Ago at={at} now={Date.parse(readAt)} />
            </span>
          </p>
          {words !== null && <p className="mt-1 border-l-2 border-accent pl-3 break-words whitespace-pre-line text-muted">{words}</p>}
        </li>
      ))}
    </ol>
  )
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="mb-3 font-medium">{t('title')}</h3>
      {list(newest)}
      {older.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-sm text-muted">{t('older', { count: older.length })}</summary>
          <div className="mt-3">{list(older)}</div>
        </details>
      )}
    </div>
  )
}
