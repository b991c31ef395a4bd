import { useTranslations } from 'next-intl'
import type { Facets } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { type Filters, filtersHref, narrowed, without } from './filters.ts'

type Props = { filters: Filters; facets: Facets; signedIn: boolean }

/** Says why the list is empty and offers the nearest way to one that is not. */
export function NothingFits({ filters, facets, signedIn }: Props) {
  const t = useTranslations('quests')
  const reason = ownReason(filters.state, signedIn)
  const elsewhere = filters.state === null ? (facets.state.closed ?? 0) : (facets.state.open ?? 0)
  return (
    <Empty
      title={reason === null ? t('noMatchTitle') : t(`none.${reason}.title`)}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {elsewhere > 0 && (
            <ButtonLink href={filtersHref(filters, { state: filters.state === null ? 'closed' : null })} look="quiet">
              {t(filters.state === null ? 'closedFit' : 'openFit', { count: elsewhere })}
            </ButtonLink>
          )}
          {filters.q !== '' && narrowed(filters).length > 1 && (
            <ButtonLink href={filtersHref(emptied, { q: filters.q, sort: filters.sort })} look="quiet">
              {t('onlyWords', { words: filters.q })}
            </ButtonLink>
          )}
          {filters.q !== '' && (
            <ButtonLink href={without(filters, 'q')} look="quiet">
              {t('withoutWords')}
            </ButtonLink>
          )}
          <ButtonLink href="/quests" look="quiet">
            {t('clear')}
          </ButtonLink>
        </div>
      }
    >
      {reason === null ? t('noMatchText') : t(`none.${reason}.text`)}
    </Empty>
  )
}

/** What is the member's own is empty for reasons of its own. */
function ownReason(state: Filters['state'], signedIn: boolean): 'started' | 'completed' | 'stranger' | null {
  if (state !== 'started' && state !== 'completed') return null
  return signedIn ? state : 'stranger'
}

const emptied: Filters = {
  ...{ q: '', category: null, difficulty: null, minutes: null, chain: null },
  ...{ reward: null, state: null, sort: null, cursor: null },
}
