'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { SiteLink } from './base/SiteLink.tsx'
import { splitLocale } from './locale.ts'

export function NavLink({ href, className = '', children }: { href: string; className?: string; children: ReactNode }) {
  const { path } = splitLocale(usePathname())
  const here = path === href || path.startsWith(`${href}/`)
  return (
    <SiteLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className={`rounded-lg px-3 py-1.5 transition-colors ${here ? 'bg-sunken font-medium text-ink' : 'text-muted hover:text-ink'} ${className}`}
    >
      {children}
    </SiteLink>
  )
}
