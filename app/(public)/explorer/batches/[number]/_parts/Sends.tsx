import { useFormatter, useTranslations } from 'next-intl'
import type { BatchPage } from '#app/_data/explorer.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { L2Hash } from '#app/_ui/explorer/L2Hash.tsx'

const tones = { queued: 'plain', sent: 'accent', mined: 'good', reverted: 'bad' } as const

/** The L2 transactions of a batch with their gas, and all of it together. */
export function Sends({ sends, now }: Pick<BatchPage, 'sends'> & { now: number }) {
  const t = useTranslations('explorer.sends')
  const words = useTranslations('explorer')
  const format = useFormatter()
  const total = sends.reduce((sum, { gas }) => sum + (gas ?? 0), 0)
  return (
    <section aria-labelledby="sends">
      <h2 id="sends" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 text-muted">{sends.length === 0 ? t('none') : t('lead')}</p>
      {sends.length > 0 && (
        <ul className="slab divide-y divide-line">
          {sends.map(({ step, status, hash, gas, bytes, blobBytes, minedAt }) => (
            <li key={step} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3" data-step={step}>
              <span className="font-medium">{t(`step.${step}`)}</span>
              {status !== 'mined' && <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>}
              {gas !== null && (
                <span className="ml-auto font-semibold">
                  {format.number(gas)} <span className="font-normal text-muted">{t('gas')}</span>
                </span>
              )}
              <span className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 text-sm text-faint">
                {hash !== null && <L2Hash value={hash} head={8} tail={6} />}
                {minedAt !== null && <Ago at={minedAt} now={now} />}
                <span>
                  {t('data')} {words('bytes', { value: format.number(bytes) })}
                  {blobBytes !== null && `, ${t('blob', { value: format.number(blobBytes) })}`}
                </span>
              </span>
            </li>
          ))}
          {sends.length > 1 && total > 0 && (
            <li className="flex items-center gap-x-4 px-5 py-3">
              <span className="text-muted">{t('total')}</span>
              <span className="ml-auto font-semibold">
                {format.number(total)} <span className="font-normal text-muted">{t('gas')}</span>
              </span>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
