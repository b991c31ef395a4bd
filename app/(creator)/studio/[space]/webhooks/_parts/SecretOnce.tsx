'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { CopyCode } from '#app/_ui/share/CopyCode.tsx'

/** A secret that is shown this once. It goes away by the author's word alone. */
export function SecretOnce({ secret, onKept }: { secret: string; onKept: () => void }) {
  const t = useTranslations('webhook.secret')
  return (
    <div className="mt-3 grid gap-4" data-secret="">
      <p className="text-[0.9375rem] text-muted">{t('once')}</p>
      <CopyCode label={t('label')} code={secret} words={{ copy: t('copy'), copied: t('copied'), failed: t('failed') }} />
      <Button look="quiet" onClick={onKept}>
        {t('kept')}
      </Button>
    </div>
  )
}
