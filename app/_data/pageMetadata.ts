import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { localePath, locales } from '#app/_ui/locale.ts'

/** Title, description and the addresses of the page in every language. `path` is the page without its language. */
export async function pageMetadata(path: string, title: string | null, description?: string): Promise<Metadata> {
  const host = (await headers()).get('host') ?? 'localhost'
  const scheme = (await headers()).get('x-forwarded-proto') ?? 'http'
  const languages = Object.fromEntries(locales.map((locale) => [locale, localePath(locale, path)]))
  return {
    metadataBase: new URL(`${scheme}://${host}`),
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    alternates: { languages: { ...languages, 'x-default': path } },
    openGraph: { ...(title ? { title } : {}), ...(description ? { description } : {}), siteName: 'Cairn', type: 'website' },
  }
}
