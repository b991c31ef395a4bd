import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Suspense } from 'react'
import { type BatchPage as Batch, listTxs } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { batchByNumber } from '#app/_data/pages.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { CredentialList } from '#app/_ui/credential/CredentialList.tsx'
import { BatchContents } from '#app/_ui/explorer/BatchContents.tsx'
import { BatchLine } from '#app/_ui/explorer/BatchLine.tsx'
import { BatchStatus } from '#app/_ui/explorer/BatchStatus.tsx'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import { TxTable } from '#app/_ui/explorer/TxTable.tsx'
import { Votes, VotesSkeleton } from '#app/_ui/explorer/Votes.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { Neighbours } from './_parts/Neighbours.tsx'
import { Sends } from './_parts/Sends.tsx'

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
  const [t, txs] = await Promise.all([getTranslations('explorer'), listTxs({ batch: batch.number, limit: 8 })])
  const now = Date.now()
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
        <div className="grid items-start gap-x-6 gap-y-12 lg:grid-cols-2">
          <Sends sends={batch.sends} now={now} />
          <Suspense fallback={<VotesSkeleton />}>
            <Votes batch={batch.number} now={now} />
          </Suspense>
        </div>
        <BatchFacts batch={batch} />
        {batch.credentialsList.length > 0 && (
          <section aria-labelledby="inside">
            <Headed id="inside" words={t('inside')}>
              {batch.credentials > batch.credentialsList.length && (
                <ButtonLink href={`/explorer/txs?kind=mint&batch=${batch.number}`} look="plain" size="small">
                  {t('allInside', { count: batch.credentials })} <Icon name="right" className="size-4" />
                </ButtonLink>
              )}
            </Headed>
            <CredentialList credentials={batch.credentialsList} now={now} />
          </section>
        )}
        {txs && txs.items.length > 0 && (
          <section aria-labelledby="txs">
            <Headed id="txs" words={t('nav.txs')}>
              <ButtonLink href={`/explorer/txs?batch=${batch.number}`} look="plain" size="small">
                {t('txsInside')} <Icon name="right" className="size-4" />
              </ButtonLink>
            </Headed>
            <TxTable txs={txs.items} tokens={txs.tokens} now={now} />
          </section>
        )}
        <Neighbours previous={batch.previous} next={batch.next} />
      </div>
    </>
  )
}

function Headed({ id, words, children }: { id: string; words: string; children: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <h2 id={id} className="text-section font-semibold">
        {words}
      </h2>
      {children}
    </div>
  )
}

async function BatchFacts({ batch }: { batch: Batch }) {
  const [t, format] = await Promise.all([getTranslations('explorer'), getFormatter()])
  const number = (name: string, value: number | null) => (value === null ? null : ([name, format.number(value)] as const))
  const hash = (name: string, value: string) => [name, <Hash key={name} value={value} head={10} tail={8} />] as const
  return (
    <section className="grid items-start gap-x-6 gap-y-4 lg:grid-cols-2" aria-label={t('facts')}>
      <FactList
        facts={[
          [t('contents'), <BatchContents key="contents" batch={batch} />],
          batch.entries === 0 ? null : [t('entries'), t('entriesValue', { count: batch.entries, inbox: batch.inboxItems })],
          number(t('gasPerCredential'), batch.gasPerCredential),
          [t('dataBytes'), t('bytes', { value: format.number(batch.dataBytes) })],
          batch.proofMs === null
            ? null
            : [t('proofTime'), t('seconds', { value: format.number(batch.proofMs / 1000, { maximumFractionDigits: 1 }) })],
          [t('circuit'), batch.circuit],
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
          hash(t('oldRoot'), batch.oldRoot),
          hash(t('newRoot'), batch.newRoot),
          hash(t('dataCommit'), batch.dataCommit),
          hash(t('wordsHash'), batch.wordsHash),
        ]}
      />
    </section>
  )
}
