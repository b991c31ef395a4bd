import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { personByHandle } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import type { Person } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Cairn } from '#app/_ui/credential/Cairn.tsx'
import { CredentialList } from '#app/_ui/credential/CredentialList.tsx'
import { solidityOf } from '#app/_ui/credential/lifecycle.ts'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { say } from '#app/_ui/say.ts'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'

type Props = { params: Promise<{ handle: string }> }

const nameOf = (person: Person) => person.handle ?? shorten(walletAddress(person.wallets[0] ?? person.id), 6, 4)

export async function generateMetadata({ params }: Props) {
  const handle = decodeURIComponent((await params).handle)
  const [person, t] = await Promise.all([personByHandle(handle), getTranslations('person')])
  return person
    ? pageMetadata(`/people/${encodeURIComponent(handle)}`, nameOf(person), t('lead', { count: person.credentials.length }))
    : {}
}

export default async function PersonPage({ params }: Props) {
  const handle = decodeURIComponent((await params).handle)
  const [person, me, t, locale, format] = await Promise.all([
    personByHandle(handle),
    whoAmI(),
    getTranslations('person'),
    getLocale(),
    getFormatter(),
  ])
  if (!person) notFound()
  const mine = me?.accountId === person.id
  // The oldest stones lie at the bottom of the pile.
  const oldestFirst = [...person.credentials].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  const stones = oldestFirst.map((credential) => ({
    key: credential.id,
    quest: credential.quest.slug,
    category: isCategory(credential.quest.category) ? credential.quest.category : ('infrastructure' as const),
    holder: credential.holder.wallet,
    solidity: solidityOf(credential.state),
    label: say(credential.quest.title, locale),
  }))
  return (
    <>
      <LiveRefresh topics={mine ? [`account:${person.id}`, 'batches'] : ['batches']} />
      <section className="border-b border-line bg-sunken">
        <div className="page grid items-end gap-x-12 gap-y-10 pt-12 pb-12 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
          <div className="min-w-0 self-center">
            <h1 className="text-title font-semibold break-words">{nameOf(person)}</h1>
            <p className="mt-2 text-muted">{t('since', { date: format.dateTime(new Date(person.joinedAt), { dateStyle: 'long' }) })}</p>
            <dl className="mt-8 flex gap-10">
              <div>
                <dd className="text-5xl font-semibold tracking-tight">{format.number(person.credentials.length)}</dd>
                <dt className="mt-1 text-muted">{t('cubes', { count: person.credentials.length })}</dt>
              </div>
              <div>
                <dd className="text-5xl font-semibold tracking-tight">{format.number(person.points)}</dd>
                <dt className="mt-1 text-muted">{t('points', { count: person.points })}</dt>
              </div>
            </dl>
            <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2 text-[0.9375rem]" aria-label={t('wallets')}>
              {person.wallets.map((wallet) => (
                <li key={wallet} className="flex items-center gap-2">
                  <span className="text-faint">{networkNames[walletNamespace(wallet)]}</span>
                  <Hash value={walletAddress(wallet)} head={6} tail={4} />
                </li>
              ))}
            </ul>
            {mine && (
              <ButtonLink href="/me" look="quiet" size="small" className="mt-7">
                {t('settings')}
              </ButtonLink>
            )}
          </div>
          <Cairn
            stones={stones}
            label={t('cairnOf', { name: nameOf(person), count: stones.length })}
            className="mx-auto max-h-[26rem] w-full"
            wrap={(stone, drawing) => (
              <SiteLink href={`#${stone.key}`} className="group outline-offset-8" aria-label={stone.label}>
                <title>{stone.label}</title>
                {drawing}
              </SiteLink>
            )}
          />
        </div>
      </section>
      <section className="page pt-12" aria-labelledby="credentials">
        <h2 id="credentials" className="mb-5 text-section font-semibold">
          {t('credentials')}
        </h2>
        {person.credentials.length === 0 ? (
          <Empty
            title={mine ? t('emptyMineTitle') : t('emptyTitle')}
            {...(mine ? { action: <ButtonLink href="/quests">{t('findQuest')}</ButtonLink> } : {})}
          >
            {mine ? t('emptyMineText') : t('emptyText')}
          </Empty>
        ) : (
          <CredentialList credentials={person.credentials} now={Date.now()} />
        )}
      </section>
    </>
  )
}
