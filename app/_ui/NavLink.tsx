'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { SiteLink } from './base/SiteLink.tsx'
import { splitLocale } from './locale.ts'

/** `exact`: pages below it have links of their own beside this one. */
type Props = { href: string; className?: string; exact?: boolean; children: ReactNode }

/** In a row that scrolls, the place where the reader is must be seen. */
const show = (link: HTMLAnchorElement | null) => link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

export function NavLink({ href, className = '', exact = false, children }: Props) {
  const { path } = splitLocale(usePathname())
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <SiteLink
      ref={here ? show : undefined}
      href={href}
      aria-current={here ? 'page' : undefined}
      className={`rounded-lg px-3 py-1.5 transition-colors ${here ? 'bg-sunken font-medium text-ink' : 'text-muted hover:text-ink'} ${className}`}
    >
      {children}
    </SiteLink>
  )
}
