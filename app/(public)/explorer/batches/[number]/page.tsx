import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { batchByNumber } from '#app/_data/pages.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { CredentialList } from '#app/_ui/credential/CredentialList.tsx'
import { BatchLine } from '#app/_ui/explorer/BatchLine.tsx'
import { BatchStatus } from '#app/_ui/explorer/BatchStatus.tsx'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'

type Props = { params: Promise<{ number: string }> }

const readNumber = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null)

export async function generateMetadata({ params }: Props) {
  const { number } = await params
  const t = await getTranslations('explorer')
  return pageMetadata(`/explorer/batches/${number}`, t('batchTitle', { number }))
}

export default async function BatchPage({ params }: Props) {
  const number = readNumber((await params).number)
  const batch = number === null ? null : await batchByNumber(number)
  if (!batch) notFound()
  const [t, format] = await Promise.all([getTranslations('explorer'), getFormatter()])
  const now = Date.now()
  const gas = (value: number | null) => (value === null ? null : format.number(value))
  const fact = (name: string, value: string | null) => (value === null ? null : ([name, value] as const))
  const hash = (name: string, value: string | null) =>
    value === null ? null : ([name, <Hash key={name} value={value} head={10} tail={8} />] as const)
  return (
    <>
      {batch.finalAt === null && <LiveRefresh topics={['batches']} />}
      <PageHead
        title={t('batchTitle', { number: String(batch.number) })}
        back={{ href: '/explorer/batches', words: t('batches') }}
        aside={<BatchStatus batch={batch} />}
      />
      <div className="page grid gap-12">
        <BatchLine batch={batch} now={now} />
        <section className="grid items-start gap-4 lg:grid-cols-2" aria-label={t('facts')}>
          <FactList
            facts={[
              hash(t('oldRoot'), batch.oldRoot),
              hash(t('newRoot'), batch.newRoot),
              [
                t('contents'),
                batch.credentials + batch.accounts === 0
                  ? t('inboxOnly')
                  : t('holds', { credentials: batch.credentials, accounts: batch.accounts }),
              ],
              [
                t('watcher'),
                <Tag key="watcher" tone={batch.watcher === 'agrees' ? 'good' : batch.watcher === 'disagrees' ? 'bad' : 'plain'}>
                  {t(`watcherSays.${batch.watcher}`)}
                </Tag>,
              ],
            ]}
          />
          <FactList
            facts={[
              hash(t('proposeTx'), batch.proposeTx),
              hash(t('voteTx'), batch.voteTx),
              fact(t('proposeGas'), gas(batch.proposeGas)),
              fact(t('verifyGas'), gas(batch.verifyGas)),
              fact(
                t('proofTime'),
                batch.proofMs === null ? null : t('seconds', { value: format.number(batch.proofMs / 1000, { maximumFractionDigits: 1 }) }),
              ),
              [t('circuit'), batch.circuit],
            ]}
          />
        </section>
        {batch.credentialsList.length > 0 && (
          <section aria-labelledby="inside">
            <h2 id="inside" className="mb-5 text-section font-semibold">
              {t('inside')}
            </h2>
            <CredentialList credentials={batch.credentialsList} now={now} />
          </section>
        )}
      </div>
    </>
  )
}
