import { useTranslations } from 'next-intl'
import type { SpacePage } from '#app/_data/views.ts'
import { CollectionGrid } from '#app/_ui/quest/CollectionGrid.tsx'
import { SeasonBanner } from '#app/_ui/quest/SeasonBanner.tsx'

type Props = { space: SpacePage; signedIn: boolean; now: number }

/** The space's seasons, paths and collections, where it has any. */
export function SpaceGroups({ space: { seasons, collections }, signedIn, now }: Props) {
  const t = useTranslations('space')
  return (
    <>
      {seasons.length > 0 && (
        <section aria-labelledby="seasons">
          <h2 id="seasons" className="mb-5 text-section font-semibold">
            {t('seasons')}
          </h2>
          <ul className="grid gap-4">
            {seasons.map((season) => (
              <SeasonBanner key={season.slug} season={season} signedIn={signedIn} now={now} />
            ))}
          </ul>
        </section>
      )}
      {collections.length > 0 && (
        <section aria-labelledby="collections">
          <h2 id="collections" className="mb-5 text-section font-semibold">
            {t('collections')}
          </h2>
          <CollectionGrid collections={collections} />
        </section>
      )}
    </>
  )
}
