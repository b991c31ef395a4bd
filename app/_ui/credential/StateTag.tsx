import { useTranslations } from 'next-intl'
import { Tag } from '#app/_ui/base/Tag.tsx'
import type { CredentialState } from './lifecycle.ts'

/** The state of a credential in one word, for lists. */
export function StateTag({ state, batch }: { state: CredentialState; batch: number | null }) {
  const t = useTranslations('state')
  const tone = state === 'final' ? 'good' : state === 'refused' ? 'bad' : 'accent'
  const words =
    state === 'batched' && batch !== null ? t('inBatch', { number: String(batch) }) : state === 'refused' ? t('refusedShort') : t(state)
  return <Tag tone={tone}>{words}</Tag>
}
