import { useTranslations } from 'next-intl'
import type { WebhookEndpoint } from '#app/_data/views.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'

/** How an endpoint does, in a word or two. */
export function EndpointState({ endpoint: { status, disabledFor, failingSince } }: { endpoint: WebhookEndpoint }) {
  const t = useTranslations('webhook.state')
  if (status === 'paused') return <Tag>{t('paused')}</Tag>
  if (status === 'disabled') return <Tag tone="bad">{t(disabledFor === 'gone' ? 'gone' : 'disabled')}</Tag>
  return failingSince === null ? <Tag tone="good">{t('active')}</Tag> : <Tag tone="accent">{t('failing')}</Tag>
}
