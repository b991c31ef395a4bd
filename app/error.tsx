'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { SearchForm } from '#app/_ui/search/SearchForm.tsx'

/** Something failed while a page was made. The digest is what an operator looks up in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errors')
  return (
    <div className="page grid justify-items-center gap-7 pt-28 text-center">
      <div role="alert">
        <h1 className="text-title font-semibold">{t('brokenTitle')}</h1>
        <p className="mx-auto mt-3 max-w-md text-lg text-muted">{t('brokenText')}</p>
        {error.digest && (
          <p className="mt-3 text-sm text-faint">
            {t('reference')} <span className="font-mono">{error.digest}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap justify-center gap-3">
        <Button onClick={reset}>{t('again')}</Button>
        <ButtonLink href="/" look="quiet">
          {t('toHome')}
        </ButtonLink>
      </div>
      <SearchForm className="w-full max-w-xl text-left" />
    </div>
  )
}
