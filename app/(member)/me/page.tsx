import { NextIntlClientProvider } from 'next-intl'
import { getFormatter, getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { myConnections, mySessions, myWalletChanges, personStanding } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { LevelBar } from '#app/_ui/reputation/LevelBar.tsx'
import { SignedOut } from '#app/_ui/SignedOut.tsx'
import { formulaV1 } from '#server/reputation/formula/v1.ts'
import { Connections } from './_parts/Connections.tsx'
import { HandleForm } from './_parts/HandleForm.tsx'
import { Sessions } from './_parts/Sessions.tsx'
import { SignOut } from './_parts/SignOut.tsx'
import { Wallets } from './_parts/Wallets.tsx'

export async function generateMetadata() {
  const t = await getTranslations('me')
  return { ...(await pageMetadata('/me', t('title'))), robots: { index: false } }
}

export default async function MePage() {
  const [t, me] = await Promise.all([getTranslations('me'), whoAmI()])
  if (!me) return <SignedOut title={t('signedOutTitle')} text={t('signedOutText')} />
  const [sessions, connections, changes, standing, format, messages, tReputation] = await Promise.all([
    mySessions(),
    myConnections(),
    myWalletChanges(),
    personStanding(me.accountId),
    getFormatter(),
    getMessages(),
    getTranslations('reputation'),
  ])
  return (
    <>
      <LiveRefresh topics={[`account:${me.accountId}`]} />
      <PageHead
        title={t('title')}
        lead={t('lead')}
        aside={
          <div className="flex flex-wrap gap-2">
            <ButtonLink href="/me/rewards">{t('rewards')}</ButtonLink>
            <ButtonLink look="quiet" href={`/people/${encodeURIComponent(me.handle ?? me.wallet)}`}>
              {t('profile')}
            </ButtonLink>
            <SignOut />
          </div>
        }
      />
      <div className="page grid gap-12 [&>*]:max-w-2xl">
        <section aria-labelledby="level">
          <h2 id="level" className="text-section font-semibold">
            {tReputation('yourLevel')}
          </h2>
          <p className="mt-1 mb-4 text-muted">{tReputation('yourLevelLead', { most: formulaV1.caps.family })}</p>
          <LevelBar standing={standing} className="slab px-5 py-4" />
        </section>
        <section aria-labelledby="wallets">
          <h2 id="wallets" className="text-section font-semibold">
            {t('wallets')}
          </h2>
          <p className="mt-1 mb-4 text-muted">{t('walletsLead')}</p>
          <NextIntlClientProvider messages={clientTexts(messages, ['wallets'])}>
            <Wallets me={me} changes={changes} />
          </NextIntlClientProvider>
        </section>
        <section aria-labelledby="handle">
          <h2 id="handle" className="text-section font-semibold">
            {t('handle')}
          </h2>
          <p className="mt-1 mb-4 text-muted">{t('handleLead')}</p>
          <HandleForm handle={me.handle} />
        </section>
        {connections.length > 0 && (
          <section aria-labelledby="connections">
            <h2 id="connections" className="text-section font-semibold">
              {t('connections')}
            </h2>
            <p className="mt-1 mb-4 text-muted">{t('connectionsLead')}</p>
            <Connections connections={connections} />
          </section>
        )}
        <section aria-labelledby="sessions">
          <h2 id="sessions" className="text-section font-semibold">
            {t('sessions')}
          </h2>
          <p className="mt-1 mb-4 text-muted">{t('sessionsLead', { count: format.number(sessions.length) })}</p>
          <Sessions sessions={sessions} now={Date.now()} />
        </section>
      </div>
    </>
  )
}
