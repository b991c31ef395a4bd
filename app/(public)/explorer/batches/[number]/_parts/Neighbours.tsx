import { useFormatter, useTranslations } from 'next-intl'
import type { BatchPage } from '#app/_data/explorer.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'

/** The batches before and after. */
export function Neighbours({ previous, next }: Pick<BatchPage, 'previous' | 'next'>) {
  const t = useTranslations('explorer')
  const format = useFormatter()
  if (previous === null && next === null) return null
  return (
    <nav aria-label={t('neighbours')} className="flex justify-between gap-3">
      {previous === null ? (
        <span />
      ) : (
        <ButtonLink href={`/explorer/batches/${previous}`} look="quiet">
          <span aria-hidden="true">← </span>
          {t('batchTitle', { number: format.number(previous) })}
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink href={`/explorer/batches/${next}`} look="quiet">
          {t('batchTitle', { number: format.number(next) })}
          <span aria-hidden="true"> →</span>
        </ButtonLink>
      )}
    </nav>
  )
}
