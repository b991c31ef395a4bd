import { useTranslations } from 'next-intl'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'

/** "In batch 12", leading to it. */
export function BatchLink({ number }: { number: number }) {
  const t = useTranslations('state')
  return (
    <SiteLink
      href={`/explorer/batches/${number}`}
      className="underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
    >
      {t('inBatch', { number: String(number) })}
    </SiteLink>
  )
}
