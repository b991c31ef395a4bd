'use client'

import { useTranslations } from 'next-intl'

/** What a look at the proof found, in a sentence with what to do about it (`look` of the server's `proveDomain.ts` says what there is). */
export function useFindingWords(): (found: string | null, host: string) => string {
  const t = useTranslations('settings.domain.found')
  return (found, host) => {
    const status = /^status (\d+)$/.exec(found ?? '')?.[1]
    if (status === '404') return t('missing', { host })
    if (status !== undefined) return t('status', { host, status })
    switch (found) {
      case 'a file without the line':
        return t('noLine', { host })
      case 'a redirect':
        return t('redirect', { host })
      case 'an answer that is no plain text':
        return t('noText', { host })
      case 'a file that is too large':
        return t('large', { host })
      case 'a host that may not be asked':
        return t('refused', { host })
      default:
        return t('silent', { host })
    }
  }
}
