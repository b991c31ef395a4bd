import { useTranslations } from 'next-intl'
import type { DraftCard } from '#app/_data/views.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'

const tones = {
  draft: 'plain',
  review: 'accent',
  approved: 'accent',
  scheduled: 'plain',
  live: 'good',
  paused: 'bad',
  ended: 'plain',
} as const satisfies Record<DraftCard['state'], string>

/** How far a quest is. */
export function DraftStateTag({ state }: { state: DraftCard['state'] }) {
  const t = useTranslations('studio.state')
  return <Tag tone={tones[state]}>{t(state)}</Tag>
}
