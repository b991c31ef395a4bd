import { useTranslations } from 'next-intl'
import type { DraftView } from '#app/_data/views.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'

export type ShownState = DraftView['state'] | 'archived'

const tones = {
  draft: 'plain',
  review: 'accent',
  approved: 'accent',
  scheduled: 'good',
  live: 'good',
  paused: 'bad',
  ended: 'plain',
  archived: 'plain',
} as const satisfies Record<ShownState, string>

/** How far a quest is, in a word. */
export function StateTag({ state }: { state: ShownState }) {
  const t = useTranslations('drafts.state')
  return <Tag tone={tones[state]}>{t(state)}</Tag>
}
