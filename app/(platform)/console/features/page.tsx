import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getFormatter, getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { features, myPlatform } from '#app/_data/console.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import type { FeatureView } from '#app/_data/views.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { AddFeature } from './_parts/AddFeature.tsx'
import { FeatureList } from './_parts/FeatureList.tsx'

export async function generateMetadata() {
  const t = await getTranslations('platform.features')
  return { ...(await pageMetadata('/console/features', t('title'))), robots: { index: false } }
}

/** The quests that the home page shows first, in their order. */
export default async function FeaturesPage() {
  const me = await myPlatform()
  if (!me?.rights.includes('feature')) notFound()
  const [t, messages, format, list] = await Promise.all([getTranslations('platform.features'), getMessages(), getFormatter(), features()])
  const span = ({ startsAt, endsAt }: FeatureView) =>
    format.dateTimeRange(new Date(startsAt), new Date(endsAt), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['platform'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <section aria-labelledby="list">
          <h2 id="list" className="mb-4 text-section font-semibold">
            {t('list')}
          </h2>
          <FeatureList key={list.map(({ id }) => id).join()} features={list.map((one) => ({ ...one, span: span(one) }))} now={Date.now()} />
        </section>
        <section aria-labelledby="add" className="slab px-5 py-5">
          <h2 id="add" className="text-section font-semibold">
            {t('add.title')}
          </h2>
          <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('add.lead')}</p>
          <AddFeature />
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
