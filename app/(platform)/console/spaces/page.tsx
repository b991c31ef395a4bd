import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { markedSpaces, myPlatform } from '#app/_data/console.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { SpaceCard } from './_parts/SpaceCard.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('platform.spaces')
  return { ...(await pageMetadata('/console/spaces', t('title'))), robots: { index: false } }
}

const short = (text: string | string[] | undefined, most: number) => (typeof text === 'string' && text.length <= most ? text.trim() : '')

/** Every space with its mark and the reasons for it; what is wrong goes out of the lists from here, and comes back. */
export default async function SpacesPage({ searchParams }: Props) {
  const me = await myPlatform()
  if (!me) notFound()
  const asked = await searchParams
  const [q, cursor] = [short(asked.q, 80), short(asked.cursor, 500)]
  const [t, locale, messages, page] = await Promise.all([
    getTranslations('platform.spaces'),
    getLocale(),
    getMessages(),
    markedSpaces({ ...(q ? { q } : {}), cursor: cursor || null }),
  ])
  const href = (from: string | null) => `/console/spaces?${new URLSearchParams({ ...(q ? { q } : {}), ...(from ? { cursor: from } : {}) })}`
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['platform'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <search className="page mb-6">
        <form key={q} action={localePath(isLocale(locale) ? locale : 'en', '/console/spaces')} className="flex flex-wrap items-end gap-3">
          <label className="grid min-w-0 flex-1 basis-52 gap-1.5 text-sm text-muted sm:flex-none sm:basis-80">
            {t('search')}
            <input
              name="q"
              type="search"
              defaultValue={q}
              maxLength={80}
              className="h-10 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3.5 text-[0.9375rem] text-ink"
            />
          </label>
          <Button type="submit" look="quiet">
            {t('go')}
          </Button>
        </form>
      </search>
      <section className="page" aria-label={t('title')}>
        {page.items.length === 0 ? (
          <Empty level={2} title={t('none')}>
            {t('noneText')}
          </Empty>
        ) : (
          <ul className="grid gap-4">
            {page.items.map((space) => (
              <SpaceCard key={space.slug} space={space} />
            ))}
          </ul>
        )}
        {(cursor || page.nextCursor) && (
          <nav aria-label={t('pages')} className="mt-8 flex justify-center gap-3">
            {cursor && (
              <ButtonLink href={href(null)} look="quiet">
                {t('newest')}
              </ButtonLink>
            )}
            {page.nextCursor && (
              <ButtonLink href={href(page.nextCursor)} look="quiet">
                {t('older')}
              </ButtonLink>
            )}
          </nav>
        )}
      </section>
    </NextIntlClientProvider>
  )
}
