import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { isLocale, localePath, locales } from '#app/_ui/locale.ts'
import { siteOrigin } from './siteOrigin.ts'

/** Title, description, the page's one address and its addresses in every language. `path` is the page without its language. */
export async function pageMetadata(path: string, title: string | null, description?: string): Promise<Metadata> {
  const asked = await getLocale()
  const locale = isLocale(asked) ? asked : 'en'
  const languages = Object.fromEntries(locales.map((each) => [each, localePath(each, path)]))
  const said = { ...(title ? { title } : {}), ...(description ? { description } : {}) }
  return {
    metadataBase: new URL(siteOrigin()),
    ...said,
    alternates: { canonical: localePath(locale, path), languages: { ...languages, 'x-default': path } },
    openGraph: { ...said, siteName: 'Cairn', type: 'website', url: localePath(locale, path), locale: locale === 'ja' ? 'ja_JP' : 'en_US' },
  }
}
