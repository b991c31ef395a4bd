import { useTranslations } from 'next-intl'
import type { Facets } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { categories } from '#app/_ui/credential/mineral.ts'
import { type Filters, filtersHref, minuteChoices, type Narrowing, stateChoices } from './filters.ts'
import type { useFilterWords } from './filterWords.ts'

type Props = { filters: Filters; facets: Facets; words: ReturnType<typeof useFilterWords> }

type Choice = { key: string; words: string; href: string; on: boolean; count: number }

/** Chains with fewer quests than these many others are found by search. */
const shownChains = 8

/** What the list can be narrowed to, as links: each view has an address, and no script is needed. A number says how many quests would be left. */
export function FilterGroups({ filters, facets, words }: Props) {
  const t = useTranslations('quests.filter')
  const choose = (name: Exclude<Narrowing, 'q'>, values: readonly (string | number)[]): Choice[] =>
    values
      .map((value) => {
        const on = filters[name] === value
        const count = facets[name][String(value)] ?? 0
        return {
          key: String(value),
          words: words(name, String(value)),
          href: filtersHref(filters, { [name]: on ? null : value }),
          on,
          count,
        }
      })
      .filter(({ on, count }) => on || count > 0)
  const open = { key: 'open', words: words('state', 'open'), href: filtersHref(filters, { state: null }), on: filters.state === null }
  const groups: [name: string, choices: Choice[]][] = [
    [t('state'), [{ ...open, count: facets.state.open ?? 0 }, ...choose('state', stateChoices)]],
    [t('category'), choose('category', categories)],
    [t('difficulty'), choose('difficulty', [1, 2, 3])],
    [t('minutes'), choose('minutes', minuteChoices)],
    [t('reward'), choose('reward', ['paid'])],
    [t('chain'), choose('chain', chainsOf(filters, facets))],
  ]
  return (
    <div className="grid gap-6">
      {groups
        .filter(([, choices]) => choices.length > 0)
        .map(([name, choices]) => (
          <nav key={name} aria-label={name}>
            <p className="mb-1 px-2.5 text-[0.8125rem] font-medium text-faint" aria-hidden="true">
              {name}
            </p>
            {choices.map((choice) => (
              <SiteLink
                key={choice.key}
                href={choice.href}
                scroll={false}
                aria-current={choice.on ? 'true' : undefined}
                className={`flex min-h-8 items-center justify-between gap-3 rounded-lg px-2.5 py-1 text-[0.9375rem] transition-colors ${choice.on ? 'bg-ink font-medium text-paper' : 'text-muted hover:bg-sunken hover:text-ink'}`}
              >
                <span className="min-w-0 break-words">{choice.words}</span>
                <span aria-hidden="true" className={choice.on ? '' : 'text-faint'}>
                  {choice.count}
                </span>
                <span className="sr-only">{t('count', { count: choice.count })}</span>
              </SiteLink>
            ))}
          </nav>
        ))}
    </div>
  )
}

/** The chains with most quests, and the one that is chosen. */
function chainsOf({ chain }: Filters, { chain: counts }: Facets): string[] {
  const known = Object.entries(counts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([id]) => id)
    .slice(0, shownChains)
  return chain === null || known.includes(chain) ? known : [...known, chain]
}
