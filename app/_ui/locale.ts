/** English lives at `/`, Japanese under `/ja`. */
export const locales = ['en', 'ja'] as const
export type Locale = (typeof locales)[number]

/** Set by proxy.ts from the path; pages read it through next-intl. */
export const localeHeader = 'x-cairn-locale'

export const isLocale = (text: unknown): text is Locale => text === 'en' || text === 'ja'

/** Splits `/ja/quests` into the language and the path without it. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const match = /^\/ja(?=\/|$)/.exec(pathname)
  return match ? { locale: 'ja', path: pathname.slice(3) || '/' } : { locale: 'en', path: pathname }
}

/** The address of a page in a language. */
export function localePath(locale: Locale, path: string): string {
  if (locale === 'en') return path
  return path === '/' ? '/ja' : `/ja${path}`
}
