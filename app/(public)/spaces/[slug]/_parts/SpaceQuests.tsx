import { useTranslations } from 'next-intl'
import type { ListedQuest, QuestQuery } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import type { ChainFacts } from '#app/_ui/quest/chainNames.ts'
import { QuestGrid } from '#app/_ui/quest/QuestGrid.tsx'

/** Which quests of the space are shown, from the address. */
export type SpaceView = { state: 'open' | 'closed'; cursor: string | null }

export function readSpaceView(query: Record<string, string | string[] | undefined>): SpaceView {
  const cursor = typeof query.cursor === 'string' ? query.cursor.slice(0, 500) : ''
  return { state: query.state === 'closed' ? 'closed' : 'open', cursor: cursor === '' ? null : cursor }
}

export const toSpaceQuery = (space: string, { state, cursor }: SpaceView): QuestQuery => ({
  space,
  state,
  sort: 'newest',
  cursor,
  limit: 12,
})

type Props = {
  slug: string
  view: SpaceView
  page: { items: ListedQuest[]; nextCursor: string | null }
  chains: ChainFacts
  now: number
}

/** The quests of a space, open ones first asked for. */
export function SpaceQuests({ slug, view, page, chains, now }: Props) {
  const t = useTranslations('space')
  const href = (state: SpaceView['state'], cursor?: string) => {
    const query = new URLSearchParams({ ...(state === 'closed' ? { state } : {}), ...(cursor ? { cursor } : {}) }).toString()
    return `/spaces/${slug}${query ? `?${query}` : ''}`
  }
  return (
    <section aria-labelledby="quests">
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id="quests" className="text-section font-semibold">
          {t('quests')}
        </h2>
        <nav aria-label={t('which')} className="flex gap-1.5">
          {(['open', 'closed'] as const).map((state) => (
            <SiteLink
              key={state}
              href={href(state)}
              scroll={false}
              aria-current={view.state === state ? 'true' : undefined}
              className={`inline-flex h-8 items-center rounded-full border px-3 text-sm transition-colors ${view.state === state ? 'border-ink bg-ink font-medium text-paper' : 'border-line text-muted hover:border-edge hover:text-ink'}`}
            >
              {t(`state.${state}`)}
            </SiteLink>
          ))}
        </nav>
      </div>
      <QuestGrid
        quests={page.items}
        chains={chains}
        now={now}
        columns={2}
        whenEmpty={<Empty title={t(`empty.${view.state}.title`)}>{t(`empty.${view.state}.text`)}</Empty>}
      />
      {page.nextCursor !== null && (
        <div className="mt-8 flex justify-center">
          <ButtonLink href={href(view.state, page.nextCursor)} look="quiet">
            {t('more')}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
