import { useTranslations } from 'next-intl'
import { Tag } from '#app/_ui/base/Tag.tsx'
import type { Status } from '#server/verify/verdict.ts'

const tones = { pass: 'good', fail: 'plain', pending: 'accent', error: 'bad' } as const satisfies Record<Status, string>

/** What a rule would say of a wallet, in a word. */
export function StatusTag({ status }: { status: Status }) {
  const t = useTranslations('rule.try.status')
  return <Tag tone={tones[status]}>{t(status)}</Tag>
}
