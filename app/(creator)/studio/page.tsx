import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { whoAmI } from '#app/_data/site.ts'
import { myInvitations } from '#app/_data/studio/people.ts'
import { mySpaces } from '#app/_data/studio/space.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { SignedOut } from '#app/_ui/SignedOut.tsx'
import { MakeSpace } from './_parts/MakeSpace.tsx'
import { MyInvitations } from './_parts/MyInvitations.tsx'
import { SpaceRow } from './_parts/SpaceRow.tsx'

export async function generateMetadata() {
  const t = await getTranslations('studio')
  return { ...(await pageMetadata('/studio', t('title'))), robots: { index: false } }
}

/** The spaces that a member works for, and the way to make one. */
export default async function StudioPage() {
  const [t, me, messages] = await Promise.all([getTranslations('studio'), whoAmI(), getMessages()])
  if (!me) return <SignedOut title={t('signedOutTitle')} text={t('signedOutText')} />
  const [spaces, invitations] = await Promise.all([mySpaces(), myInvitations()])
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['studio', 'team'])}>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        aside={
          <ButtonLink href="/studio/rules" look="quiet">
            {t('workbench')}
          </ButtonLink>
        }
      />
      {invitations.length > 0 && (
        <div className="page pb-10">
          <MyInvitations invitations={invitations} now={Date.now()} />
        </div>
      )}
      <div className="page grid items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <section aria-labelledby="spaces">
          <h2 id="spaces" className="mb-4 text-section font-semibold">
            {t('spaces')}
          </h2>
          {spaces.length === 0 ? (
            <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
          ) : (
            <ul className="slab divide-y divide-line px-5">
              {spaces.map((space) => (
                <SpaceRow key={space.slug} space={space} />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="make" className="slab px-5 py-5">
          <h2 id="make" className="text-section font-semibold">
            {t('make.title')}
          </h2>
          <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('make.lead')}</p>
          <MakeSpace />
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
