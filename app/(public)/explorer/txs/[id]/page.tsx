import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type TxDetail, txById } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { usualSettleMs } from '#app/_data/pages.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { StateTag } from '#app/_ui/credential/StateTag.tsx'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import { MemberLink, quietLink } from '#app/_ui/explorer/MemberLink.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { say } from '#app/_ui/say.ts'
import { Carried } from './_parts/Carried.tsx'
import { FieldValue } from './_parts/FieldValue.tsx'
import { Receipt } from './_parts/Receipt.tsx'
import { TxLine } from './_parts/TxLine.tsx'
import { TxWords } from './_parts/TxWords.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const { id } = await params
  const [tx, t] = await Promise.all([txById(id), getTranslations('tx')])
  return tx ? pageMetadata(`/explorer/txs/${id}`, t(`kind.${tx.kind}`)) : {}
}

export default async function TxPage({ params }: Props) {
  const tx = await txById((await params).id)
  if (!tx) notFound()
  const [t, usualMs] = await Promise.all([getTranslations('tx'), usualSettleMs()])
  const now = Date.now()
  const isDone = tx.state === 'final' || tx.state === 'refused'
  return (
    <>
      {(!isDone || tx.kind === 'withdraw') && <LiveRefresh topics={['batches']} />}
      <PageHead
        title={<TxWords tx={tx} tokens={tx.tokens} />}
        lead={t(`kind.${tx.kind}`)}
        back={{ href: '/explorer/txs', words: t('title') }}
        aside={<StateTag state={tx.state} batch={tx.batch} />}
      />
      <div className="page grid gap-10">
        {tx.state === 'refused' ? (
          <Refused tx={tx} />
        ) : (
          <div className="slab p-5 sm:p-6">
            <TxLine tx={tx} now={now} usualMs={usualMs} />
          </div>
        )}
        {tx.kept === true && <p className="rounded-lg bg-accent-soft px-4 py-3 text-accent-text">{t('kept')}</p>}
        <div className="grid items-start gap-x-6 gap-y-10 lg:grid-cols-2">
          <Payload tx={tx} />
          <Carried tx={tx} />
        </div>
        {tx.lane === 'ledger' && <Receipt tx={tx} />}
      </div>
    </>
  )
}

async function Refused({ tx }: { tx: TxDetail }) {
  const t = await getTranslations('tx')
  return (
    <div className="slab border-bad/40 p-5 sm:p-6">
      <h2 className="font-semibold text-bad">{t('refusedTitle')}</h2>
      <p className="mt-1 text-muted">
        {tx.refusal === 'inbox' ? t('noopText') : t.rich('refusedText', { reason: () => <code className="font-mono">{tx.refusal}</code> })}
      </p>
    </div>
  )
}

async function Payload({ tx }: { tx: TxDetail }) {
  const [t, locale, format] = await Promise.all([getTranslations('tx'), getLocale(), getFormatter()])
  const { quest, credential } = tx.subject
  const signer = tx.lane === 'ledger' ? t('signer') : t('holder')
  return (
    <section aria-labelledby="payload">
      <h2 id="payload" className="mb-4 text-section font-semibold">
        {t('payload')}
      </h2>
      <FactList
        facts={[
          tx.account === null ? null : [signer, <MemberLink key="account" member={tx.account} numbered />],
          tx.authoriser === null ? null : [t('from'), <FieldValue key="from" field={tx.authoriser} tx={tx} tokens={tx.tokens} />],
          quest?.slug && quest.title
            ? [
                t('questName'),
                <SiteLink key="quest" href={`/quests/${quest.slug}`} className={quietLink}>
                  {say(quest.title, locale)}
                </SiteLink>,
              ]
            : null,
          tx.lane === 'mint' && credential !== null
            ? [
                t('credential'),
                <SiteLink key="credential" href={`/explorer/credentials/${credential}`} className={quietLink}>
                  #{format.number(credential)}
                </SiteLink>,
              ]
            : null,
          tx.lane === 'ledger' ? null : [t('name'), <Hash key="id" value={tx.id} head={12} tail={6} />],
          tx.nonce === null ? null : [t('nonce'), format.number(tx.nonce)],
          tx.fee === null
            ? null
            : [t('fee'), <FieldValue key="fee" field={{ name: 'fee', type: 'amount', ...tx.fee }} tx={tx} tokens={tx.tokens} />],
        ]}
      />
      {tx.fields.length > 0 && (
        <>
          <p className="mt-6 mb-3 text-[0.9375rem] text-muted">{t('payloadLead')}</p>
          <FactList
            code
            facts={tx.fields.map((field) => [field.name, <FieldValue key={field.name} field={field} tx={tx} tokens={tx.tokens} />])}
          />
        </>
      )}
    </section>
  )
}
