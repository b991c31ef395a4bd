'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { localePath, locales, splitLocale } from './locale.ts'

const names = { en: 'English', ja: '日本語' } as const

/** The same page in the other language; a full load, because the document's language changes. */
export function LanguageSwitch() {
  const t = useTranslations('site')
  const current = useLocale()
  const { path } = splitLocale(usePathname())
  const query = useSearchParams().toString()
  return (
    <nav aria-label={t('language')} className="inline-flex rounded-lg border border-line bg-surface p-0.5 text-sm">
      {locales.map((locale) => (
        <a
          key={locale}
          href={`${localePath(locale, path)}${query ? `?${query}` : ''}`}
          hrefLang={locale}
          lang={locale}
          aria-current={locale === current ? 'true' : undefined}
          className={`grid h-8 place-items-center rounded-md px-2.5 transition-colors ${locale === current ? 'bg-sunken font-medium text-ink' : 'text-faint hover:text-ink'}`}
        >
          {names[locale]}
        </a>
      ))}
    </nav>
  )
}
