import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceBySlug } from '#app/_data/pages.ts'
import { spaceOf, spaceSettings, spaceStops } from '#app/_data/studio/space.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { QualityMark } from '#app/_ui/space/QualityMark.tsx'
import { Domain } from './_parts/Domain.tsx'
import { Profile } from './_parts/Profile.tsx'
import { ProfileForm } from './_parts/ProfileForm.tsx'
import { Stops } from './_parts/Stops.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const { space } = await params
  const t = await getTranslations('settings')
  return { ...(await pageMetadata(`/studio/${space}/settings`, t('title'))), robots: { index: false } }
}

/** What a space says of itself, the domain that it proves, its mark, and what the platform decided of it. */
export default async function SettingsPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space) notFound()
  const [t, messages, { domain, ...profile }, stops, seen] = await Promise.all([
    getTranslations('settings'),
    getMessages(),
    spaceSettings(slug),
    spaceStops(slug),
    spaceBySlug(slug),
  ])
  const mayChange = space.rights.includes('team')
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['settings'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid gap-12">
          {stops.length > 0 && <Stops space={slug} stops={stops} mayAppeal={space.rights.includes('own')} now={now} />}
          <section aria-labelledby="profile">
            <h2 id="profile" className="text-section font-semibold">
              {t('profile.title')}
            </h2>
            <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('profile.lead')}</p>
            {mayChange ? <ProfileForm space={slug} profile={profile} /> : <Profile profile={profile} />}
          </section>
          <section aria-labelledby="domain">
            <h2 id="domain" className="text-section font-semibold">
              {t('domain.title')}
            </h2>
            <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('domain.lead')}</p>
            <Domain space={slug} domain={domain} mayChange={mayChange} now={now} />
          </section>
        </div>
        {seen && <QualityMark quality={seen.quality} />}
      </div>
    </NextIntlClientProvider>
  )
}
