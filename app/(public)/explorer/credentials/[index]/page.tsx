import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { credentialByIndex, l2Address, usualSettleMs } from '#app/_data/pages.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { solidityOf } from '#app/_ui/credential/lifecycle.ts'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { StateLine } from '#app/_ui/credential/StateLine.tsx'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { say } from '#app/_ui/say.ts'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'
import { Verify } from './_parts/Verify.tsx'

type Props = { params: Promise<{ index: string }> }

const readIndex = (text: string) => (/^\d{1,10}$/.test(text) ? Number(text) : null)

async function find(params: Props['params']) {
  const index = readIndex((await params).index)
  return index === null ? null : credentialByIndex(index)
}

export async function generateMetadata({ params }: Props) {
  const [credential, locale, t] = await Promise.all([find(params), getLocale(), getTranslations('credential')])
  return credential
    ? pageMetadata(`/explorer/credentials/${credential.index}`, t('title', { quest: say(credential.quest.title, locale) }))
    : {}
}

export default async function CredentialPage({ params }: Props) {
  const credential = await find(params)
  if (!credential) notFound()
  const [t, locale, format, usualMs] = await Promise.all([getTranslations('credential'), getLocale(), getFormatter(), usualSettleMs()])
  const { holder, quest } = credential
  const title = say(quest.title, locale)
  const address = walletAddress(holder.wallet)
  return (
    <>
      {credential.state !== 'final' && <LiveRefresh topics={['batches']} />}
      <PageHead
        title={title}
        back={{ href: '/explorer', words: t('explorer') }}
        lead={
          <>
            {t('heldBy')}{' '}
            <SiteLink
              href={`/people/${encodeURIComponent(holder.handle ?? holder.wallet)}`}
              className="font-medium text-ink underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
            >
              {holder.handle ?? shorten(address, 6, 4)}
            </SiteLink>
          </>
        }
      />
      <div className="page grid gap-x-14 gap-y-10 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="slab grid place-items-center self-start bg-sunken px-8 py-12">
          <Cube
            quest={quest.slug}
            category={isCategory(quest.category) ? quest.category : 'infrastructure'}
            holder={holder.wallet}
            solidity={solidityOf(credential.state)}
            className="w-full max-w-64 animate-arrive"
            label={t('stone', { quest: title })}
          />
        </div>
        <div className="grid min-w-0 gap-8">
          <div className="slab p-5 sm:p-6">
            <StateLine state={credential.state} batch={credential.batch} times={credential.times} now={Date.now()} usualMs={usualMs} />
          </div>
          <Verify credential={credential} l2Url={l2Address()} />
          <FactList
            facts={[
              [
                t('quest'),
                <SiteLink
                  key="quest"
                  href={`/quests/${quest.slug}`}
                  className="underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
                >
                  {title}
                </SiteLink>,
              ],
              [networkNames[walletNamespace(holder.wallet)], <Hash key="holder" value={address} head={10} tail={8} />],
              [t('index'), format.number(credential.index ?? 0)],
              credential.serial === null ? null : [t('serialName'), format.number(credential.serial)],
              [t('pointsName'), format.number(quest.points)],
              credential.issuedAt
                ? [t('issued'), format.dateTime(new Date(credential.issuedAt), { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' })]
                : null,
              [t('rollup'), <Hash key="rollup" value={credential.l2.rollup} head={10} tail={8} />],
            ]}
          />
        </div>
      </div>
    </>
  )
}
