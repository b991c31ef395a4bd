'use client'

import { useTranslations } from 'next-intl'
import type { DraftView } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Life } from './Life.tsx'
import { TryDraft } from './TryDraft.tsx'
import { Warnings } from './Warnings.tsx'

export type SideProps = {
  /** Slugs of the space and of the quest. */
  space: string
  slug: string
  view: DraftView
  /** Something was typed that is not saved yet: the text cannot be handed in, approved or launched so long. */
  unsaved: boolean
  /** What the server says now. Of the same revision it is the same text: only what stands beside it differs. */
  onView(next: DraftView): void
}

/** What stands beside the text of a quest: how far it is, what is weak about it, and the ways to try it. */
export function DraftSide(props: SideProps) {
  const { space, slug, view } = props
  const t = useTranslations('drafts.side')
  const at = `/studio/${space}/quests/${slug}`
  return (
    <aside aria-label={t('label')} className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
      <Life {...props} />
      <nav aria-label={t('more')} className="-my-2 flex flex-wrap gap-x-5 gap-y-1 px-1 text-[0.9375rem]">
        <SideLink href={`${at}/preview`}>{t('preview')}</SideLink>
        <SideLink href={`${at}/versions`}>{t('versions')}</SideLink>
        {view.quest && <SideLink href={`/quests/${slug}`}>{t('page')}</SideLink>}
      </nav>
      <Warnings {...props} />
      <TryDraft {...props} />
    </aside>
  )
}

const SideLink = ({ href, children }: { href: string; children: string }) => (
  <SiteLink href={href} className="py-1 text-accent-text underline-offset-4 hover:underline">
    {children}
  </SiteLink>
)
