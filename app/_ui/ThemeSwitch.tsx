'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { type Theme, themes } from './theme.ts'
import { setTheme, useTheme } from './themeChoice.ts'

const icons = { system: 'system', light: 'sun', dark: 'moon' } as const

/** Three states in a row: as the device says, light, dark. Kept in a cookie, so the server paints the right one at once. */
export function ThemeSwitch({ theme: initial }: { theme: Theme }) {
  const t = useTranslations('site.theme')
  const theme = useTheme(initial)
  return (
    <fieldset className="inline-flex rounded-lg border border-line bg-surface p-0.5">
      <legend className="sr-only">{t('label')}</legend>
      {themes.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={theme === name}
          aria-label={t(name)}
          title={t(name)}
          onClick={() => setTheme(name)}
          className={`grid size-8 place-items-center rounded-md transition-colors ${theme === name ? 'bg-sunken text-ink' : 'text-faint hover:text-ink'}`}
        >
          <Icon name={icons[name]} className="size-[1.125rem]" />
        </button>
      ))}
    </fieldset>
  )
}
