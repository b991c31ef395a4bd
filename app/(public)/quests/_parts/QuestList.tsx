import { useTranslations } from 'next-intl'
import type { Facets, ListedQuest } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { ChainFacts } from '#app/_ui/quest/chainNames.ts'
import { QuestGrid } from '#app/_ui/quest/QuestGrid.tsx'
import { FilterGroups } from './FilterGroups.tsx'
import { type Filters, narrowed } from './filters.ts'
import { useFilterWords } from './filterWords.ts'
import { ListHead } from './ListHead.tsx'
import { NothingFits } from './NothingFits.tsx'
import { SearchForm } from './SearchForm.tsx'

type Props = {
  filters: Filters
  facets: Facets
  quests: ListedQuest[]
  chains: ChainFacts
  signedIn: boolean
  /** The server's clock, milliseconds. */
  now: number
  /** Where the next page is. */
  more: string | null
}

/** Search, filters and the quests that fit. Filters stand beside the list on a desk and fold away on a phone. */
export function QuestList({ filters, facets, quests, chains, signedIn, now, more }: Props) {
  const t = useTranslations('quests')
  const words = useFilterWords(chains.names)
  const set = narrowed(filters).length
  const groups = <FilterGroups filters={filters} facets={facets} words={words} />
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 lg:grid-cols-[13.5rem_minmax(0,1fr)]">
      <div className="lg:col-start-2">
        <SearchForm filters={filters} />
      </div>
      <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <details className="slab group lg:hidden">
          <summary className="flex h-11 items-center justify-between px-4 font-medium [&::-webkit-details-marker]:hidden">
            {set === 0 ? t('filter.title') : t('filter.titleSet', { count: set })}
            <Icon name="right" className="size-4 rotate-90 text-faint transition-transform group-open:-rotate-90" />
          </summary>
          <div className="border-t border-line px-2 pt-4 pb-3">{groups}</div>
        </details>
        <div className="hidden lg:block">{groups}</div>
      </div>
      <section className="grid content-start gap-5 lg:col-start-2" aria-labelledby="list">
        <h2 id="list" className="sr-only">
          {t('list')}
        </h2>
        <ListHead filters={filters} count={facets.all} signedIn={signedIn} words={words} />
        <QuestGrid
          quests={quests}
          chains={chains}
          now={now}
          columns={2}
          {...(set > 0 ? { whenEmpty: <NothingFits filters={filters} facets={facets} signedIn={signedIn} /> } : {})}
        />
        {more !== null && (
          <div className="mt-3 flex justify-center">
            <ButtonLink href={more} look="quiet">
              {t('more')}
            </ButtonLink>
          </div>
        )}
      </section>
    </div>
  )
}
