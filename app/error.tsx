'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'

/** Something failed while a page was made. The digest is what an operator looks up in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errors')
  return (
    <div className="page grid justify-items-center gap-7 pt-28 text-center">
      <div role="alert">
        <h1 className="text-title font-semibold">{t('brokenTitle')}</h1>
        <p className="mx-auto mt-3 max-w-md text-lg text-muted">{t('brokenText')}</p>
        {error.digest && <p className="mt-3 font-mono text-sm text-faint">{error.digest}</p>}
      </div>
      <div className="flex gap-3">
        <Button onClick={reset}>{t('again')}</Button>
        <ButtonLink href="/" look="quiet">
          {t('toHome')}
        </ButtonLink>
      </div>
    </div>
  )
}
