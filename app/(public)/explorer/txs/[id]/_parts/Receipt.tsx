import { useFormatter, useTranslations } from 'next-intl'
import type { TxDetail } from '#app/_data/explorer.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import { L2Hash } from '#app/_ui/explorer/L2Hash.tsx'

/** What the slot's receipt for a ledger tx says, and how the signed one is asked for. */
export function Receipt({ tx }: { tx: TxDetail }) {
  const t = useTranslations('tx')
  const format = useFormatter()
  return (
    <section aria-labelledby="receipt">
      <h2 id="receipt" className="text-section font-semibold">
        {t('receipt')}
      </h2>
      <p className="mt-1.5 mb-4 max-w-2xl text-muted">
        {t.rich('receiptLead', { method: () => <code className="font-mono text-[0.9em] wrap-anywhere">cairn_sendTransaction</code> })}
      </p>
      <FactList
        facts={[
          [t('id'), <Hash key="id" value={tx.id} head={10} tail={8} />],
          [t('accepted'), format.dateTime(new Date(tx.times.acceptedAt), { dateStyle: 'medium', timeStyle: 'long', timeZone: 'UTC' })],
          [t('rollup', { chain: String(tx.slot.chainId) }), <L2Hash key="rollup" value={tx.slot.rollup} kind="address" />],
          [t('words'), <Hash key="words" value={JSON.stringify(tx.words)} words={t('asJson')} />],
        ]}
      />
    </section>
  )
}
