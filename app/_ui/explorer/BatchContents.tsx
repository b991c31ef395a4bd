import { useTranslations } from 'next-intl'
import type { BatchView } from '#app/_data/views.ts'

/** What a batch carries, in words; nothing is said of what it has none of. */
export function BatchContents({ batch: { credentials, accounts } }: { batch: Pick<BatchView, 'credentials' | 'accounts'> }) {
  const t = useTranslations('explorer')
  if (credentials === 0 && accounts === 0) return t('inboxOnly')
  if (accounts === 0) return t('holdsCubes', { credentials })
  return credentials === 0 ? t('holdsAccounts', { accounts }) : t('holds', { credentials, accounts })
}
