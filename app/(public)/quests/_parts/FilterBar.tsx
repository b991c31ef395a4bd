import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { categories } from '#app/_ui/credential/mineral.ts'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import { type Filters, filtersHref } from './filters.ts'

type Choice = { key: string; words: string; change: Partial<Filters>; on: boolean }

type Props = {
  filters: Filters
  facets: { categories: ReadonlySet<string>; difficulties: ReadonlySet<number>; chains: ReadonlySet<string> }
  chainNames: Readonly<Record<string, string>>
}

/** Links and one form: the list can be narrowed without any script, and every view has an address. */
export function FilterBar({ filters, facets, chainNames }: Props) {
  const t = useTranslations('quests')
  const locale = useLocale()
  const groups: { name: string; choices: Choice[] }[] = [
    {
      name: t('filter.category'),
      choices: [
        { key: 'all', words: t('filter.all'), change: { category: null }, on: filters.category === null },
        ...categories
          .filter((name) => facets.categories.has(name) || filters.category === name)
          .map((name) => ({ key: name, words: t(`category.${name}`), change: { category: name }, on: filters.category === name })),
      ],
    },
    {
      name: t('filter.difficulty'),
      choices: ([1, 2, 3] as const)
        .filter((level) => facets.difficulties.has(level) || filters.difficulty === level)
        .map((level) => ({
          key: String(level),
          words: t(`difficulty.${level}`),
          change: { difficulty: filters.difficulty === level ? null : level },
          on: filters.difficulty === level,
        })),
    },
    {
      name: t('filter.chain'),
      choices: [...facets.chains].map((chain) => ({
        key: chain,
        words: chainLabel(chain, chainNames),
        change: { chain: filters.chain === chain ? null : chain },
        on: filters.chain === chain,
      })),
    },
  ]
  return (
    <search className="page mb-8 grid gap-4">
      <form action={localePath(isLocale(locale) ? locale : 'en', '/quests')} className="flex max-w-xl gap-2">
        {(['category', 'difficulty', 'chain'] as const).map(
          (name) => filters[name] !== null && <input key={name} type="hidden" name={name} value={String(filters[name])} />,
        )}
        <label className="relative flex-1">
          <span className="sr-only">{t('filter.search')}</span>
          <Icon name="search" className="pointer-events-none absolute top-3 left-3.5 size-4.5 text-faint" />
          <input
            type="search"
            name="q"
            defaultValue={filters.q}
            maxLength={80}
            placeholder={t('filter.search')}
            className="h-10.5 w-full rounded-[0.625rem] border border-edge bg-surface pr-3 pl-10 text-[0.9375rem] placeholder:text-faint"
          />
        </label>
        <Button type="submit" look="quiet" className="h-10.5">
          {t('filter.go')}
        </Button>
      </form>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {groups
          .filter((group) => group.choices.length > 0)
          .map((group) => (
            <nav key={group.name} aria-label={group.name} className="flex flex-wrap gap-1.5">
              {group.choices.map((choice) => (
                <SiteLink
                  key={choice.key}
                  href={filtersHref(filters, choice.change)}
                  scroll={false}
                  aria-current={choice.on ? 'true' : undefined}
                  className={`inline-flex h-8 items-center rounded-full border px-3 text-sm transition-colors ${choice.on ? 'border-ink bg-ink font-medium text-paper' : 'border-line text-muted hover:border-edge hover:text-ink'}`}
                >
                  {choice.words}
                </SiteLink>
              ))}
            </nav>
          ))}
      </div>
    </search>
  )
}
