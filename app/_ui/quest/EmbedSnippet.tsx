'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { questCardSize } from '#app/_share/questCardSize.ts'
import { questSnippet } from '#app/_share/snippets.ts'
import { isLocale } from '#app/_ui/locale.ts'
import { CopyCode } from '#app/_ui/share/CopyCode.tsx'

type Props = {
  /** Origin of the site, from configuration. */
  origin: string
  slug: string
  /** In the reader's language. */
  title: string
}

const themes = ['system', 'light', 'dark'] as const

/** The card of a quest for other sites: how it looks, and the code to paste. Texts: namespace `share`. */
export function EmbedSnippet({ origin, slug, title }: Props) {
  const t = useTranslations('share')
  const asked = useLocale()
  const id = useId()
  const [theme, setTheme] = useState<(typeof themes)[number]>('system')
  const locale = isLocale(asked) ? asked : 'en'
  const chosen = theme === 'system' ? null : theme
  const code = questSnippet({ origin, locale, slug, title, ...questCardSize, theme: chosen })
  const query = new URLSearchParams({ ...(locale === 'en' ? {} : { lang: locale }), ...(chosen ? { theme: chosen } : {}) })
  const words = { copy: t('copy'), copied: t('copiedCode'), failed: t('failed') }
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-4">
      <div>
        <h2 id={id} className="text-section font-semibold">
          {t('embedTitle')}
        </h2>
        <p className="mt-1 max-w-2xl text-[0.9375rem] text-muted">{t('embedLead')}</p>
      </div>
      <label className="flex flex-wrap items-center gap-3 text-[0.9375rem] font-medium">
        {t('embedTheme')}
        <select
          value={theme}
          onChange={(event) => setTheme(themes.find((each) => each === event.target.value) ?? 'system')}
          className="h-9 rounded-lg border border-edge bg-surface px-2.5 text-[0.9375rem] font-normal"
        >
          <option value="system">{t('embedSystem')}</option>
          <option value="light">{t('embedLight')}</option>
          <option value="dark">{t('embedDark')}</option>
        </select>
      </label>
      <CopyCode label={t('embedCode')} code={code} words={words} />
      <a
        href={`/embed/quests/${slug}${query.size > 0 ? `?${query}` : ''}`}
        target="_blank"
        rel="noopener"
        className="w-fit py-1 text-[0.9375rem] underline underline-offset-4"
      >
        {t('embedPreview')}
      </a>
    </section>
  )
}
