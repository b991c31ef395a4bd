import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { localePath, locales } from '#app/_ui/locale.ts'

type Props = { space: string; slug: string; title: string; missing: number }

/** Says that this is a preview and what it lacks, and leads to the other language and back. */
export function PreviewBar({ space, slug, title, missing }: Props) {
  const t = useTranslations('drafts.preview')
  const locale = useLocale()
  const at = `/studio/${space}/quests/${slug}`
  return (
    <div className="page pt-5">
      <section
        aria-label={t('title')}
        className="flex flex-wrap items-center gap-x-5 gap-y-2 rounded-xl border border-dashed border-edge px-4 py-3 text-[0.9375rem]"
      >
        <Tag tone="accent">{t('title')}</Tag>
        <p className="min-w-0 flex-1 basis-64 text-muted">
          {t('lead')} {missing > 0 && t('missing', { count: missing })}
        </p>
        <nav aria-label={t('languages')} className="flex gap-1">
          {locales.map((language) => (
            <Link
              key={language}
              href={localePath(language, `${at}/preview`)}
              lang={language}
              hrefLang={language}
              aria-current={language === locale ? 'true' : undefined}
              className={`flex min-h-8 items-center rounded-lg px-2.5 ${language === locale ? 'bg-ink font-medium text-paper' : 'text-muted hover:bg-sunken hover:text-ink'}`}
            >
              {t(`language.${language}`)}
            </Link>
          ))}
        </nav>
        <SiteLink href={at} aria-label={t('backTo', { title })} className="py-1 text-accent-text underline-offset-4 hover:underline">
          {t('back')}
        </SiteLink>
      </section>
    </div>
  )
}
