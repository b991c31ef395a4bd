import { useLocale, useTranslations } from 'next-intl'
import type { CollectionCard } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { say } from '#app/_ui/say.ts'
import { PathStones } from './PathStones.tsx'

/** Learning paths and collections, each drawn as its stones in a row. */
export function CollectionGrid({ collections }: { collections: CollectionCard[] }) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
      {collections.map((collection, i) => (
        <li key={collection.slug} className={i === 0 && collections.length % 2 === 1 ? 'md:col-span-2' : ''}>
          <Card collection={collection} />
        </li>
      ))}
    </ul>
  )
}

function Card({ collection }: { collection: CollectionCard }) {
  const t = useTranslations('collection')
  const locale = useLocale()
  const { slug, kind, title, summary, space, stones, done, minutesLeft } = collection
  const finished = done === stones.length
  return (
    <SiteLink
      href={`/collections/${slug}`}
      className="group slab flex h-full flex-col gap-5 p-5 transition-[border-color,box-shadow] duration-200 hover:border-edge hover:shadow-lift sm:p-6"
    >
      <PathStones stones={stones} joined={kind === 'path'} />
      <div className="min-w-0">
        <p className="text-[0.8125rem] break-words text-faint">
          {t(`kind.${kind}`)} · {space.name}
        </p>
        <h3 className="mt-1 text-lg leading-snug font-semibold tracking-tight break-words">{say(title, locale)}</h3>
        <p className="mt-2 max-w-xl text-[0.9375rem] leading-relaxed break-words text-muted">{say(summary, locale)}</p>
      </div>
      <p className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 text-[0.875rem] text-muted">
        {finished ? (
          <Tag tone="good">
            <Icon name="check" className="size-3.5" /> {t('finished')}
          </Tag>
        ) : (
          <>
            <span className={done > 0 ? 'font-medium text-accent-text' : ''}>
              {done > 0 ? t('progress', { done, count: stones.length }) : t('quests', { count: stones.length })}
            </span>
            <span>{t('minutesLeft', { count: minutesLeft })}</span>
          </>
        )}
      </p>
    </SiteLink>
  )
}
