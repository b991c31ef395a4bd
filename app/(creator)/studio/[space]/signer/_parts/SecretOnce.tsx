'use client'

import { useTranslations } from 'next-intl'
import { CopyCode } from '#app/_ui/share/CopyCode.tsx'

/** A secret as it is shown: whole, once. */
export function SecretOnce({ secret }: { secret: string }) {
  const t = useTranslations('signer')
  const tSite = useTranslations('site')
  return (
    <div className="grid gap-3">
      <p className="text-[0.9375rem] text-muted">{t('secretText')}</p>
      <CopyCode label={t('secretLabel')} code={secret} words={{ copy: tSite('copy'), copied: tSite('copied'), failed: tSite('copy') }} />
    </div>
  )
}
