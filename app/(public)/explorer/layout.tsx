import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NavLink } from '#app/_ui/NavLink.tsx'

const places = [
  ['overview', '/explorer'],
  ['batches', '/explorer/batches'],
  ['txs', '/explorer/txs'],
  ['inbox', '/explorer/inbox'],
  ['withdrawals', '/explorer/withdrawals'],
  ['provers', '/explorer/provers'],
] as const

/** The explorer's own places, above each of its pages. */
export default function ExplorerLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('explorer.nav')
  return (
    <>
      <div className="border-b border-line">
        <nav aria-label={t('label')} className="page flex gap-1 overflow-x-auto py-2 text-[0.9375rem] [&>:first-child]:-ml-3">
          {places.map(([name, href]) => (
            <NavLink key={name} href={href} exact={name === 'overview'} className="shrink-0">
              {t(name)}
            </NavLink>
          ))}
        </nav>
      </div>
      {children}
    </>
  )
}
