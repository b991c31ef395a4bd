import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense } from 'react'
import { SiteLink } from './base/SiteLink.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import type { Theme } from './theme.ts'

/** `more`: a link that only some have, with the class of the others. */
export function Footer({ theme, more }: { theme: Theme; more?: (className: string) => ReactNode }) {
  const t = useTranslations('site')
  const link = 'inline-block py-1 underline-offset-4 hover:text-ink hover:underline'
  return (
    <footer className="mt-auto border-t border-line pt-10 pb-12">
      <div className="page flex flex-wrap items-end justify-between gap-8">
        <div className="max-w-md">
          <Mark className="h-8" />
          <p className="mt-3 text-[0.9375rem] text-muted">{t('motto')}</p>
          <nav aria-label={t('more')} className="mt-4 flex flex-wrap gap-x-5 text-[0.9375rem] text-muted">
            <SiteLink href="/quests" className={link}>
              {t('quests')}
            </SiteLink>
            <SiteLink href="/explorer" className={link}>
              {t('explorer')}
            </SiteLink>
            <SiteLink href="/leaderboard" className={link}>
              {t('leaderboard')}
            </SiteLink>
            <SiteLink href="/explorer/batches" className={link}>
              {t('batches')}
            </SiteLink>
            <SiteLink href="/studio" className={link}>
              {t('studio')}
            </SiteLink>
            {more && <Suspense>{more(link)}</Suspense>}
            <SiteLink href="/developers" className={link}>
              {t('developers')}
            </SiteLink>
          </nav>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Suspense>
            <LanguageSwitch />
          </Suspense>
          <ThemeSwitch theme={theme} />
        </div>
      </div>
    </footer>
  )
}
