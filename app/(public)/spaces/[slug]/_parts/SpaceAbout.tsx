import { useLocale, useTranslations } from 'next-intl'
import type { SpacePage } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'

/** The name that a space goes by in a language. */
export const nameIn = ({ names }: Pick<SpacePage, 'names'>, locale: string) => (locale === 'ja' ? (names.ja ?? names.en) : names.en)

/** What a space says of itself, and where else it is. Whatever it says is the project's own word, but for the proven domain. */
export function SpaceAbout({ space: { about, website, links, domain } }: { space: SpacePage }) {
  const t = useTranslations('space')
  const locale = useLocale()
  const shown = [...(website ? [{ kind: 'website' as const, url: website }] : []), ...links]
  if (about === null && shown.length === 0 && domain === null) return null
  return (
    <div className="page grid max-w-none gap-4 pb-8">
      {about && <p className="max-w-3xl leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]">{say(about, locale)}</p>}
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-2 text-[0.9375rem]">
        {domain && (
          <li className="flex items-center gap-1.5 font-medium text-good">
            <Icon name="shield" className="size-4.5" />
            {t('proven', { host: domain })}
          </li>
        )}
        {shown.map(({ kind, url }) => (
          <li key={`${kind} ${url}`}>
            <a
              href={url}
              rel="noopener noreferrer nofollow ugc"
              target="_blank"
              className="inline-block py-0.5 text-muted underline underline-offset-4 hover:text-ink"
            >
              {t(`link.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
