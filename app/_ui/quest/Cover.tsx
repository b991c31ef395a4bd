import { useLocale } from 'next-intl'
import { say } from '#app/_ui/say.ts'
import { coverPath } from './coverPath.ts'

export type CoverView = { picture: string; alt: { en: string; ja: string } }

type Props = {
  cover: CoverView
  /** How wide it is drawn, as `sizes` says it. */
  sizes: string
  /** At the head of a page: fetched at once. */
  first?: boolean
  className?: string
}

/** A quest's cover: 16 to 9, its place there before the picture is. */
export function Cover({ cover, sizes, first = false, className = '' }: Props) {
  const locale = useLocale()
  return (
    // A plain element: both sizes are made already, and the image component costs every page of a quest five kilobytes of script.
    <img
      src={coverPath(cover.picture, 'small')}
      srcSet={`${coverPath(cover.picture, 'small')} 800w, ${coverPath(cover.picture)} 1600w`}
      sizes={sizes}
      width={1600}
      height={900}
      alt={say(cover.alt, locale)}
      {...(first ? { fetchPriority: 'high' } : { loading: 'lazy' })}
      className={`block aspect-video h-auto w-full bg-sunken object-cover ${className}`}
    />
  )
}
