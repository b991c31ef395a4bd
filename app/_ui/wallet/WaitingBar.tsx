import { getTranslations } from 'next-intl/server'
import type { Me } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'

/** On every page while a change of the member's wallets waits: whoever did not ask for it must hear of it in time. */
export async function WaitingBar({ me }: { me: NonNullable<Me> }) {
  const t = await getTranslations('wallets.waiting')
  return (
    <div role="status" className="bg-accent-soft">
      {me.waiting > 0 && (
        <p className="page flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 text-[0.9375rem]">
          <Icon name="warning" className="size-4" />
          {t('bar')}
          <SiteLink
            href="/me#wallets"
            className="inline-flex min-h-6 items-center font-medium text-accent-text underline underline-offset-4"
          >
            {t('look')}
          </SiteLink>
        </p>
      )}
    </div>
  )
}
