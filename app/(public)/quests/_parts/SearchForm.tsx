import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { type Filters, narrowing } from './filters.ts'

/** A form of its own address: it works before any script has come, and Enter is enough. */
export function SearchForm({ filters }: { filters: Filters }) {
  const t = useTranslations('quests.filter')
  const locale = useLocale()
  const kept = [...narrowing.filter((name) => name !== 'q'), 'sort' as const]
  return (
    <search>
      <form action={localePath(isLocale(locale) ? locale : 'en', '/quests')} className="flex gap-2">
        {kept.map((name) => filters[name] !== null && <input key={name} type="hidden" name={name} value={String(filters[name])} />)}
        <label className="relative flex-1">
          <span className="sr-only">{t('search')}</span>
          <Icon name="search" className="pointer-events-none absolute top-3 left-3.5 size-4.5 text-faint" />
          <input
            type="search"
            name="q"
            // A new address brings a new field, so that it shows what the address says.
            key={filters.q}
            defaultValue={filters.q}
            maxLength={80}
            placeholder={t('search')}
            autoComplete="off"
            enterKeyHint="search"
            className="h-10.5 w-full rounded-[0.625rem] border border-edge bg-surface pr-3 pl-10 text-base placeholder:text-faint sm:text-[0.9375rem]"
          />
        </label>
        <Button type="submit" look="quiet" className="h-10.5">
          {t('go')}
        </Button>
      </form>
    </search>
  )
}
