import { useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { type Filters, filtersHref, narrowed, sortChoices, sortOf, without } from './filters.ts'
import type { useFilterWords } from './filterWords.ts'

type Props = { filters: Filters; count: number; signedIn: boolean; words: ReturnType<typeof useFilterWords> }

/** How many quests there are, by what they are narrowed and sorted; each filter can be taken away here. */
export function ListHead({ filters, count, signedIn, words }: Props) {
  const t = useTranslations('quests')
  const sort = sortOf(filters)
  const usual = sortOf({ ...filters, sort: null })
  const sorts = filters.q ? (['match', ...sortChoices] as const) : sortChoices
  return (
    <div className="grid gap-3">
      <ActiveFilters filters={filters} words={words} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-[0.9375rem] text-muted" role="status">
          {t('count', { count })}
        </p>
        <nav aria-label={t('sortBy')} className="-mx-2.5 flex flex-wrap">
          {sorts.map((name) => (
            <SiteLink
              key={name}
              href={filtersHref(filters, { sort: name === usual ? null : name })}
              scroll={false}
              aria-current={name === sort ? 'true' : undefined}
              className={`inline-flex h-8 items-center rounded-lg px-2.5 text-sm transition-colors ${name === sort ? 'font-medium text-ink underline decoration-accent decoration-2 underline-offset-8' : 'text-muted hover:text-ink'}`}
            >
              {t(`sort.${name === 'for-you' && !signedIn ? 'first' : name}`)}
            </SiteLink>
          ))}
        </nav>
      </div>
    </div>
  )
}

/** The filters that are set, each as a link that takes it away. */
export function ActiveFilters({ filters, words }: Pick<Props, 'filters' | 'words'>) {
  const t = useTranslations('quests.filter')
  const set = narrowed(filters)
  if (set.length === 0) return null
  return (
    <ul aria-label={t('active')} className="flex flex-wrap gap-1.5">
      {set.map((name) => {
        const label = words(name, String(filters[name]))
        return (
          <li key={name} className="max-w-full">
            <SiteLink
              href={without(filters, name)}
              scroll={false}
              aria-label={t('remove', { filter: label })}
              className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft py-1 pr-2.5 pl-3 text-sm font-medium text-accent-text hover:text-ink"
            >
              <span className="min-w-0 truncate">{label}</span>
              <Icon name="cross" className="size-3.5" />
            </SiteLink>
          </li>
        )
      })}
      {set.length > 1 && (
        <li>
          <SiteLink
            href="/quests"
            scroll={false}
            className="inline-flex h-8 items-center px-2 text-sm text-muted underline-offset-4 hover:text-ink hover:underline"
          >
            {t('clear')}
          </SiteLink>
        </li>
      )}
    </ul>
  )
}
