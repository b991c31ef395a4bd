import { useTranslations } from 'next-intl'
import type { DraftCard } from '#app/_data/views.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'

export type ShownState = DraftCard['state'] | 'archived'

const tones = {
  draft: 'plain',
  review: 'accent',
  approved: 'accent',
  scheduled: 'plain',
  live: 'good',
  paused: 'bad',
  ended: 'plain',
  archived: 'plain',
} as const satisfies Record<ShownState, string>

/** How far a quest is. */
export function DraftStateTag({ state }: { state: ShownState }) {
  const t = useTranslations('drafts.state')
  return <Tag tone={tones[state]}>{t(state)}</Tag>
}
