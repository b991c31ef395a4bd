import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'

/** The search box as a plain form: works without any script, on the search page and wherever somebody is lost. */
export function SearchForm({ query = '', className = '' }: { query?: string; className?: string }) {
  const t = useTranslations('search')
  const locale = useLocale()
  return (
    <search className={className}>
      <form action={localePath(isLocale(locale) ? locale : 'en', '/search')} className="flex gap-2">
        <label className="relative min-w-0 flex-1">
          <span className="sr-only">{t('open')}</span>
          <Icon name="search" className="pointer-events-none absolute top-3.5 left-3.5 size-5 text-faint" />
          <input
            type="search"
            name="q"
            defaultValue={query}
            maxLength={500}
            placeholder={t('placeholder')}
            autoCapitalize="none"
            spellCheck={false}
            className="h-12 w-full rounded-xl border border-edge bg-surface pr-3 pl-11 text-base placeholder:text-faint"
          />
        </label>
        <Button type="submit" size="large">
          {t('go')}
        </Button>
      </form>
    </search>
  )
}
