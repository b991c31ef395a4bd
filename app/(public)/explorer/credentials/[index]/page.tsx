import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { recordByIndex } from '#app/_data/credentials.ts'
import { siteOrigin } from '#app/_data/origin.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { credentialByIndex, l2Address, usualSettleMs } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { credentialData } from '#app/_data/structuredData.ts'
import { withCredentialCard } from '#app/_share/cardMetadata.ts'
import { nameOf } from '#app/_share/shown.ts'
import { snippets } from '#app/_share/snippets.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { StateLine } from '#app/_ui/credential/StateLine.tsx'
import { standingOf } from '#app/_ui/credential/standing.ts'
import { Votes, VotesSkeleton } from '#app/_ui/explorer/Votes.tsx'
import { JsonLd } from '#app/_ui/JsonLd.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { say } from '#app/_ui/say.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { CredentialFacts } from './_parts/CredentialFacts.tsx'
import { Elsewhere } from './_parts/Elsewhere.tsx'
import { EvidenceDigests } from './_parts/EvidenceDigests.tsx'
import { Rules } from './_parts/Rules.tsx'
import { StonePanel } from './_parts/StonePanel.tsx'
import { Verify } from './_parts/Verify.tsx'

type Props = { params: Promise<{ index: string }> }

async function indexIn(params: Props['params']): Promise<number | null> {
  const { index } = await params
  return /^\d{1,10}$/.test(index) && Number(index) < 2 ** 32 ? Number(index) : null
}

const readLocale = async () => {
  const locale = await getLocale()
  return isLocale(locale) ? locale : 'en'
}

export async function generateMetadata({ params }: Props) {
  const [index, locale, t, format] = await Promise.all([indexIn(params), readLocale(), getTranslations('credential'), getFormatter()])
  const record = index === null ? null : await recordByIndex(index)
  if (!record) return {}
  const { holder, quest, serial, supply } = record
  const counted = { serial: serial === null ? '–' : format.number(serial + 1), supply: format.number(supply) }
  const description = t('description', { holder: nameOf(holder.handle, holder.wallet), ...counted })
  const metadata = await pageMetadata(`/explorer/credentials/${index}`, t('title', { quest: say(quest.title, locale) }), description)
  return withCredentialCard(metadata, record, { origin: siteOrigin(), locale })
}

export default async function CredentialPage({ params }: Props) {
  const index = await indexIn(params)
  if (index === null) notFound()
  const [record, credential] = await Promise.all([recordByIndex(index), credentialByIndex(index)])
  if (!record || !credential) notFound()
  const [t, locale, format, usualMs, me] = await Promise.all([
    getTranslations('credential'),
    readLocale(),
    getFormatter(),
    usualSettleMs(),
    whoAmI(),
  ])
  const { holder, quest, revoked, expiresAt } = record
  const now = Date.now()
  const origin = siteOrigin()
  const title = say(quest.title, locale)
  const ensName = record.names[holder.wallet] ?? null
  const standing = standingOf(record, now)
  const mine = me?.wallets.some((wallet) => wallet.address === holder.wallet) ?? false
  const settled = credential.state === 'final'
  return (
    <>
      <JsonLd of={(site) => credentialData(site, credential)} />
      {!settled && <LiveRefresh topics={['batches']} />}
      <PageHead
        title={<span className="[overflow-wrap:anywhere]">{title}</span>}
        back={{ href: '/explorer', words: t('explorer') }}
        lead={
          <>
            {t('heldBy')}{' '}
            <SiteLink
              href={`/people/${encodeURIComponent(holder.handle ?? holder.wallet)}`}
              className="font-medium text-ink underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
            >
              {nameOf(holder.handle ?? ensName, holder.wallet)}
            </SiteLink>
            {holder.handle === null && ensName !== null && (
              <span className="ml-2 font-mono text-[0.875em] whitespace-nowrap">{shorten(walletAddress(holder.wallet), 6, 4)}</span>
            )}
          </>
        }
      />
      <div className="page grid items-start gap-x-10 gap-y-8 lg:grid-cols-[21rem_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4 lg:sticky lg:top-24">
          <StonePanel
            record={record}
            title={title}
            url={`${origin}${localePath(locale, `/explorer/credentials/${index}`)}`}
            faded={standing === 'revoked' || standing === 'expired'}
          />
          <Elsewhere
            badge={`/badge/${index}.svg${locale === 'en' ? '' : `?lang=${locale}`}`}
            code={snippets({ origin, locale, index, title })}
          />
        </div>
        <div className="grid min-w-0 gap-6">
          {revoked && <Banner>{t(revoked.final ? 'revoked' : 'revoking', { batch: String(revoked.batch) })}</Banner>}
          {revoked?.reason && <Banner>{t('revokedFor', { reason: t(`reasons.${revoked.reason}`) })}</Banner>}
          {revoked?.words && <Banner>{t('revokedWords', { words: revoked.words })}</Banner>}
          {standing === 'expired' && expiresAt !== null && (
            <Banner>{t('expired', { date: format.dateTime(new Date(expiresAt), { dateStyle: 'long', timeZone: 'UTC' }) })}</Banner>
          )}
          <section className="slab p-5 sm:p-6" aria-label={t('life')}>
            <StateLine
              state={credential.state}
              waitsFor={credential.waitsFor}
              batch={credential.batch}
              times={credential.times}
              now={now}
              usualMs={usualMs}
            />
          </section>
          <Verify credential={credential} l2Url={l2Address()} />
          <Rules rules={record.rules} />
          <Suspense fallback={<VotesSkeleton />}>
            <Votes batch={credential.batch} now={now} />
          </Suspense>
          <EvidenceDigests record={record} mine={mine} />
          <CredentialFacts record={record}>
            <Hash value={credential.l2.rollup} head={10} tail={8} />
          </CredentialFacts>
        </div>
      </div>
    </>
  )
}

function Banner({ children }: { children: string }) {
  return (
    <p role="status" className="rounded-card bg-bad-soft px-5 py-4 font-medium text-bad [overflow-wrap:anywhere]">
      {children}
    </p>
  )
}
