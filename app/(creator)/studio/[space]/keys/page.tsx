import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { siteOrigin } from '#app/_data/siteOrigin.ts'
import { spaceKeys } from '#app/_data/studio/keys.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { KeyRow } from './_parts/KeyRow.tsx'
import { MakeKey } from './_parts/MakeKey.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ space }, t] = await Promise.all([params, getTranslations('keys')])
  return { ...(await pageMetadata(`/studio/${space}/keys`, t('title'))), robots: { index: false } }
}

/** Keys by which a space's own programs call the REST API. */
export default async function KeysPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space?.rights.includes('integrate')) notFound()
  const [t, messages, keys] = await Promise.all([getTranslations('keys'), getMessages(), spaceKeys(slug)])
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['keys'])}>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        aside={
          <ButtonLink href="/developers" look="quiet">
            {t('reference')}
          </ButtonLink>
        }
      />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <section aria-labelledby="keys" className="min-w-0">
          <h2 id="keys" className="mb-4 text-section font-semibold">
            {t('list')}
          </h2>
          {keys.items.length === 0 ? (
            <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
          ) : (
            <ul className="slab divide-y divide-line px-5">
              {keys.items.map((key) => (
                <KeyRow key={key.id} space={slug} apiKey={key} now={now} />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="make" className="slab px-5 py-5">
          <h2 id="make" className="text-section font-semibold">
            {t('make.title')}
          </h2>
          <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('make.lead')}</p>
          <MakeKey space={slug} scopes={keys.scopes} origin={siteOrigin()} />
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
