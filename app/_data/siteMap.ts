import type { MetadataRoute } from 'next'
import { localePath, locales } from '#app/_ui/locale.ts'

/** Pages that are always there. */
const fixed = ['/', '/quests', '/explorer', '/explorer/batches', '/developers'] as const

type Page = { path: string; changedAt?: Date }

/** Every address of the site that search engines may know, in every language, each naming its translations. */
export function siteMap(origin: string, pages: readonly Page[]): MetadataRoute.Sitemap {
  const address = (locale: (typeof locales)[number], path: string) => `${origin}${localePath(locale, path)}`
  return [...fixed.map((path): Page => ({ path })), ...pages].flatMap(({ path, changedAt }) => {
    const languages = { ...Object.fromEntries(locales.map((locale) => [locale, address(locale, path)])), 'x-default': address('en', path) }
    return locales.map((locale) => ({
      url: address(locale, path),
      ...(changedAt ? { lastModified: changedAt } : {}),
      alternates: { languages },
    }))
  })
}
