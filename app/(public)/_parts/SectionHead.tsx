import type { ReactNode } from 'react'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

type Props = { id: string; title: string; lead?: ReactNode; link?: { href: string; words: string } }

/** The head of a part of a page: what it is, by which rule, and where there is more of it. */
export function SectionHead({ id, title, lead, link }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-2xl">
        <h2 id={id} className="text-title font-semibold">
          {title}
        </h2>
        {lead && <p className="mt-2 text-[0.9375rem] leading-relaxed text-muted">{lead}</p>}
      </div>
      {link && (
        <ButtonLink href={link.href} look="plain" size="small" className="-mx-3">
          {link.words} <Icon name="right" className="size-4" />
        </ButtonLink>
      )}
    </div>
  )
}
