import { useTranslations } from 'next-intl'
import type { WebhookEndpoint } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { EndpointState } from './EndpointState.tsx'

/** An endpoint in the list: where it is, how it does, and the way to its log. */
export function EndpointRow({ space, endpoint, now }: { space: string; endpoint: WebhookEndpoint; now: number }) {
  const t = useTranslations('webhook')
  const { id, url, description, types, createdAt } = endpoint
  return (
    <li data-endpoint={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <SiteLink
          href={`/studio/${space}/webhooks/${id}`}
          className="font-mono text-[0.9375rem] font-medium break-all underline-offset-4 hover:underline"
        >
          {url}
        </SiteLink>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-faint [overflow-wrap:anywhere]">
          {description !== '' && <span>{description}</span>}
          <span>{t('typeCount', { count: types.length })}</span>
          <Ago at={createdAt} now={now} />
        </p>
      </div>
      <EndpointState endpoint={endpoint} />
    </li>
  )
}
