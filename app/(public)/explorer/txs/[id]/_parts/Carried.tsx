import { useTranslations } from 'next-intl'
import type { TxDetail } from '#app/_data/explorer.ts'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import { L2Hash } from '#app/_ui/explorer/L2Hash.tsx'

/** The batch and the L2 transactions that carried a tx, as far as it came. */
export function Carried({ tx: { batch, trail, times } }: { tx: TxDetail }) {
  const t = useTranslations('tx')
  const hash = (name: string, value: string | null) => (value === null ? null : ([name, <L2Hash key={name} value={value} />] as const))
  return (
    <section aria-labelledby="carried">
      <h2 id="carried" className="mb-4 text-section font-semibold">
        {t('carried')}
      </h2>
      <FactList
        facts={[
          hash(t('item'), trail.item),
          [t('batch'), batch === null ? t('noBatch') : <BatchLink key="batch" number={batch} />],
          hash(t('propose'), trail.propose),
          hash(t('vote'), trail.vote),
          times.finalAt !== null && trail.finalize === null ? [t('finalize'), t('withProof')] : hash(t('finalize'), trail.finalize),
          hash(t('pay'), trail.pay),
        ]}
      />
    </section>
  )
}
