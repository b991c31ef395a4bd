import { useLocale, useTranslations } from 'next-intl'
import type { BatchView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { BatchContents } from './BatchContents.tsx'
import { BatchStatus } from './BatchStatus.tsx'

/** Batches as rows; on a phone each is a small block of two lines. The number is the link, the row is its target. */
export function BatchTable({ batches, now }: { batches: BatchView[]; now: number }) {
  const t = useTranslations('explorer')
  const format = new Intl.NumberFormat(useLocale())
  const head = 'px-4 py-3 text-left font-medium whitespace-nowrap'
  return (
    <div className="slab overflow-hidden">
      <table className="w-full text-[0.9375rem]">
        <thead className="text-[0.8125rem] text-faint">
          <tr className="border-b border-line">
            <th className={head}>{t('batch')}</th>
            <th className={head}>{t('status')}</th>
            <th className={`${head} hidden sm:table-cell`}>{t('contents')}</th>
            <th className={`${head} hidden md:table-cell`}>{t('newRoot')}</th>
            <th className={`${head} hidden lg:table-cell`}>{t('proofTime')}</th>
            <th className={`${head} hidden lg:table-cell`}>{t('gasPerCredential')}</th>
            <th className={`${head} text-right`}>{t('sealed')}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.number} className="relative border-b border-line transition-colors last:border-0 hover:bg-sunken/70">
              <td className="px-4 py-3.5 font-semibold">
                <SiteLink href={`/explorer/batches/${batch.number}`} className="after:absolute after:inset-0">
                  {format.format(batch.number)}
                </SiteLink>
              </td>
              <td className="px-4 py-3.5">
                <BatchStatus batch={batch} />
              </td>
              <td className="hidden px-4 py-3.5 text-muted sm:table-cell">
                <BatchContents batch={batch} />
              </td>
              <td className="hidden px-4 py-3.5 font-mono text-[0.8125rem] text-muted md:table-cell">{shorten(batch.newRoot)}</td>
              <td className="hidden px-4 py-3.5 text-muted lg:table-cell">
                {batch.proofMs === null ? '–' : t('seconds', { value: format.format(Math.round(batch.proofMs / 100) / 10) })}
              </td>
              <td className="hidden px-4 py-3.5 text-muted lg:table-cell">
                {batch.gasPerCredential === null ? '–' : format.format(batch.gasPerCredential)}
              </td>
              <td className="px-4 py-3.5 text-right text-muted">
                <Ago at={batch.sealedAt} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
