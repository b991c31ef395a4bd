import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { myPlatform } from '#app/_data/console.ts'
import { JapaneseFont } from '#app/_ui/JapaneseFont.tsx'
import { NavLink } from '#app/_ui/NavLink.tsx'

const places = [
  { name: 'queue', path: '', right: 'moderate' },
  { name: 'spaces', path: '/spaces', right: 'moderate' },
  { name: 'features', path: '/features', right: 'feature' },
  { name: 'health', path: '/health', right: 'moderate' },
  { name: 'log', path: '/log', right: 'audit' },
] as const

/** The places of those who look after the site; for everybody else there is nothing here. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [me, t] = await Promise.all([myPlatform(), getTranslations('platform.nav')])
  if (!me) notFound()
  return (
    <>
      <JapaneseFont />
      <div className="border-b border-line">
        <nav aria-label={t('label')} className="page flex gap-1 overflow-x-auto py-2 text-[0.9375rem] [&>:first-child]:-ml-3">
          {places
            .filter(({ right }) => me.rights.includes(right))
            .map(({ name, path }) => (
              <NavLink key={name} href={`/console${path}`} exact={path === ''} className="shrink-0">
                {t(name)}
              </NavLink>
            ))}
        </nav>
      </div>
      {children}
    </>
  )
}
