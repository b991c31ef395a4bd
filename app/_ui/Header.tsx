import { useTranslations } from 'next-intl'
import type { Me } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Mark } from './Mark.tsx'
import { NavLink } from './NavLink.tsx'
import { NewsEntry } from './news/NewsEntry.tsx'
import { SearchButton } from './search/SearchButton.tsx'
import { AccountChip } from './wallet/AccountChip.tsx'
import { ConnectButton } from './wallet/ConnectButton.tsx'

export function Header({ me }: { me: Me }) {
  const t = useTranslations('site')
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper/95 supports-[backdrop-filter]:bg-paper/85 supports-[backdrop-filter]:backdrop-blur-md">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      <div className="page flex h-16 items-center gap-2 sm:gap-7">
        <SiteLink href="/" className="flex items-center gap-2 text-lg font-semibold tracking-tight" aria-label={t('home')}>
          <Mark />
          <span className="hidden sm:inline">Cairn</span>
        </SiteLink>
        <nav aria-label={t('main')} className="flex items-center gap-1 text-[0.9375rem]">
          <NavLink href="/quests">{t('quests')}</NavLink>
          <NavLink href="/explorer" className="hidden sm:block">
            {t('explorer')}
          </NavLink>
          <NavLink href="/leaderboard" className="hidden md:block">
            {t('leaderboard')}
          </NavLink>
          {me && (
            <NavLink href="/me/rewards" className="hidden sm:block">
              {t('rewards')}
            </NavLink>
          )}
        </nav>
        <div className="ml-auto flex items-center gap-1.5 sm:gap-2.5">
          <SearchButton signedIn={me !== null} />
          {me && <NewsEntry key={me.accountId} accountId={me.accountId} />}
          {me ? <AccountChip me={me} /> : <ConnectButton size="small" />}
        </div>
      </div>
    </header>
  )
}
