import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { SearchForm } from '#app/_ui/search/SearchForm.tsx'

export async function generateMetadata() {
  const t = await getTranslations('errors')
  return { title: t('notFoundTitle') }
}

/** A single stone that fell off the pile, and ways on: the search, where most things are, and the id by which an operator finds the request. */
export default async function NotFound() {
  const [t, head] = await Promise.all([getTranslations('errors'), headers()])
  const requestId = head.get('x-request-id')
  return (
    <div className="page grid justify-items-center gap-8 pt-24 text-center">
      <svg viewBox="-150 -110 300 220" className="h-44" fill="none" aria-hidden="true">
        <g className="stroke-edge" strokeWidth={2} strokeDasharray="6 6">
          <path d="M-86.6 -50L0 -100L86.6 -50V50L0 100L-86.6 50ZM-86.6 -50L0 0L86.6 -50M0 0V100" transform="translate(-50 0)" />
        </g>
        <g transform="translate(92 62) rotate(14) scale(.36)">
          <path d="M0 -100L86.6 -50L0 0L-86.6 -50Z" className="fill-accent" />
          <path d="M-86.6 -50L0 0V100L-86.6 50Z" className="fill-accent" style={{ filter: 'brightness(.82)' }} />
          <path d="M86.6 -50L0 0V100L86.6 50Z" className="fill-accent" style={{ filter: 'brightness(.62)' }} />
        </g>
      </svg>
      <div>
        <h1 className="text-title font-semibold">{t('notFoundTitle')}</h1>
        <p className="mx-auto mt-3 max-w-md text-lg text-muted">{t('notFoundText')}</p>
      </div>
      <SearchForm className="w-full max-w-xl text-left" />
      <div className="flex flex-wrap justify-center gap-3">
        <ButtonLink href="/quests" look="quiet">
          {t('toQuests')}
        </ButtonLink>
        <ButtonLink href="/explorer" look="quiet">
          {t('toExplorer')}
        </ButtonLink>
        <ButtonLink href="/" look="quiet">
          {t('toHome')}
        </ButtonLink>
      </div>
      {requestId && (
        <p className="text-sm text-faint">
          {t('request')} <span className="font-mono break-all">{requestId}</span>
        </p>
      )}
    </div>
  )
}
