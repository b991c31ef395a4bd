import { useTranslations } from 'next-intl'
import { ButtonLink } from '#app/_ui/base/Button.tsx'

type Props = { first: string; isFirst: boolean; older: string | null }

/** Back to the newest page and on to the next: plain links, so that lists are walked without any script. */
export function Pager({ first, isFirst, older }: Props) {
  const t = useTranslations('explorer')
  if (isFirst && older === null) return null
  return (
    <nav aria-label={t('pages')} className="mt-8 flex justify-center gap-3">
      {!isFirst && (
        <ButtonLink href={first} look="quiet">
          {t('newest')}
        </ButtonLink>
      )}
      {older !== null && (
        <ButtonLink href={older} look="quiet">
          {t('older')}
        </ButtonLink>
      )}
    </nav>
  )
}

/** The address of the next page of a list without filters. */
export const olderHref = (path: string, cursor: string | null): string | null =>
  cursor === null ? null : `${path}?cursor=${encodeURIComponent(cursor)}`
