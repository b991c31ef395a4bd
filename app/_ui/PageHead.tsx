import type { ReactNode } from 'react'
import { SiteLink } from './base/SiteLink.tsx'

type Props = { title: ReactNode; lead?: ReactNode; back?: { href: string; words: string }; aside?: ReactNode }

/** The head of an inner page. */
export function PageHead({ title, lead, back, aside }: Props) {
  return (
    <div className="page flex flex-wrap items-end justify-between gap-x-8 gap-y-5 pt-10 pb-8 sm:pt-14">
      <div className="min-w-0 max-w-3xl">
        {back && (
          <SiteLink
            href={back.href}
            className="mb-3 inline-block py-1 text-[0.9375rem] text-muted underline-offset-4 hover:text-ink hover:underline"
          >
            <span aria-hidden="true">← </span>
            {back.words}
          </SiteLink>
        )}
        <h1 className="text-title font-semibold">{title}</h1>
        {lead && <div className="mt-3 text-lg leading-relaxed text-muted">{lead}</div>}
      </div>
      {aside}
    </div>
  )
}
