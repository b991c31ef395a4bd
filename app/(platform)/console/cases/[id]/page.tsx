import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { caseById, myPlatform } from '#app/_data/console.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceBySlug } from '#app/_data/pages.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { say } from '#app/_ui/say.ts'
import { QualityMark } from '#app/_ui/space/QualityMark.tsx'
import { CaseHistory } from './_parts/CaseHistory.tsx'
import { CaseSubject } from './_parts/CaseSubject.tsx'
import { Reports } from './_parts/Reports.tsx'
import { Resolve } from './_parts/Resolve.tsx'
import { Resolved } from './_parts/Resolved.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations('platform.case')
  return { ...(await pageMetadata(`/console/cases/${(await params).id}`, t('page'))), robots: { index: false } }
}

/** One case: what it is about, what was said, what was decided before, and what is decided now. */
export default async function CasePage({ params }: Props) {
  const [{ id }, me] = await Promise.all([params, myPlatform()])
  const found = me && (await caseById(id))
  if (!found) notFound()
  const [t, tQueue, locale, messages, space] = await Promise.all([
    getTranslations('platform.case'),
    getTranslations('platform.queue'),
    getLocale(),
    getMessages(),
    spaceBySlug(found.space.slug),
  ])
  const now = Date.now()
  const name = found.quest ? (found.title ? say(found.title, locale) : found.quest) : found.space.name
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['platform'])}>
      <PageHead title={name} lead={tQueue(`kind.${found.kind}`)} back={{ href: '/console', words: t('back') }} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid gap-12">
          <CaseSubject found={found} space={space} now={now} />
          {found.said.length > 0 && <Reports said={found.said} now={now} />}
          {found.appeal !== null && (
            <section aria-labelledby="appeal">
              <h2 id="appeal" className="mb-3 text-section font-semibold">
                {t('appeal')}
              </h2>
              <p className="slab px-5 py-4 whitespace-pre-line [overflow-wrap:anywhere]">{found.appeal}</p>
            </section>
          )}
          {found.status === 'resolved' ? <Resolved found={found} /> : <Resolve found={found} role={me.role} />}
          <CaseHistory found={found} now={now} />
        </div>
        {space && <QualityMark quality={space.quality} />}
      </div>
    </NextIntlClientProvider>
  )
}
