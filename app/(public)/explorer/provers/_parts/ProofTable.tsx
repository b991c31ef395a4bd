import { useFormatter, useTranslations } from 'next-intl'
import type { ProofPage } from '#app/_data/explorer.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { L2Hash } from '#app/_ui/explorer/L2Hash.tsx'

const tones = { waiting: 'plain', leased: 'accent', done: 'good', failed: 'bad' } as const

/** Proofs by batch; on a phone those columns stay that say whether it was made and how long it took. */
export function ProofTable({ proofs, now }: { proofs: ProofPage['items']; now: number }) {
  const t = useTranslations('explorer.provers')
  const charts = useTranslations('charts')
  const format = useFormatter()
  const seconds = (ms: number | null) =>
    ms === null ? '–' : charts('seconds', { value: format.number(ms / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })
  const head = 'px-4 py-3 text-left font-medium whitespace-nowrap'
  const number = 'px-4 py-3.5 text-right whitespace-nowrap'
  return (
    <div className="slab overflow-hidden">
      <table className="w-full text-[0.9375rem]">
        <thead className="text-[0.8125rem] text-faint">
          <tr className="border-b border-line">
            <th className={head}>{t('batch')}</th>
            <th className={head}>{t('state')}</th>
            <th className={`${head} hidden md:table-cell`}>{t('circuit')}</th>
            <th className={`${head} hidden text-right sm:table-cell`}>{t('witness')}</th>
            <th className={`${head} text-right`}>{t('proof')}</th>
            <th className={`${head} hidden text-right lg:table-cell`}>{t('memory')}</th>
            <th className={`${head} hidden lg:table-cell`}>{t('pays')}</th>
            <th className={`${head} hidden text-right md:table-cell`}>{t('made')}</th>
          </tr>
        </thead>
        <tbody>
          {proofs.map((proof) => (
            <tr key={proof.batch} className="border-b border-line last:border-0" data-status={proof.status}>
              <td className="px-4 py-3.5 font-semibold">
                <SiteLink href={`/explorer/batches/${proof.batch}`} className="underline-offset-4 hover:underline">
                  {format.number(proof.batch)}
                </SiteLink>
              </td>
              <td className="px-4 py-3.5">
                <Tag tone={tones[proof.status]}>{t(`status.${proof.status}`)}</Tag>
                {proof.attempts > 0 && (
                  <span className="ml-2 text-sm whitespace-nowrap text-faint">
                    {t('attempts')} {format.number(proof.attempts)}
                  </span>
                )}
              </td>
              <td className="hidden px-4 py-3.5 text-muted md:table-cell">{proof.circuit}</td>
              <td className={`${number} hidden text-muted sm:table-cell`}>{seconds(proof.witnessMs)}</td>
              <td className={number}>{seconds(proof.proofMs)}</td>
              <td className={`${number} hidden text-muted lg:table-cell`}>
                {proof.peakMemoryKb === null ? '–' : t('mib', { value: format.number(Math.round(proof.peakMemoryKb / 1024)) })}
              </td>
              <td className="hidden px-4 py-3.5 text-muted lg:table-cell">
                {proof.recipient === null ? t('nobody') : <L2Hash value={proof.recipient} kind="address" head={6} tail={4} />}
              </td>
              <td className={`${number} hidden text-muted md:table-cell`}>
                {proof.doneAt === null ? '–' : <Ago at={proof.doneAt} now={now} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
