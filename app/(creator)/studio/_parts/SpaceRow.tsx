import { useFormatter, useTranslations } from 'next-intl'
import type { StudioSpace } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'

/** A space of the member's: its name, what the member is in it, and how much is there. */
export function SpaceRow({ space: { slug, name, role, quests, members } }: { space: StudioSpace }) {
  const t = useTranslations('studio')
  const format = useFormatter()
  return (
    <li data-space={slug} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-56">
        <SiteLink href={`/studio/${slug}`} className="font-medium break-words underline-offset-4 hover:underline">
          {name}
        </SiteLink>
        <p className="font-mono text-[0.8125rem] break-all text-faint">{slug}</p>
      </div>
      <p className="flex flex-wrap gap-x-5 text-[0.9375rem] text-muted tabular-nums">
        <span>{t('quests', { count: quests, shown: format.number(quests) })}</span>
        <span>{t('people', { count: members, shown: format.number(members) })}</span>
      </p>
      <Tag tone={role === 'owner' ? 'accent' : 'plain'}>{t(`role.${role}`)}</Tag>
    </li>
  )
}
