'use client'

import { useTranslations } from 'next-intl'
import { WordsField } from '#app/_ui/base/WordsField.tsx'

type Words = { en: string; ja: string }
type Props = { reason: Words; onChange: (reason: Words) => void; wrong: string | null }

/** A reason that everybody reads, in both languages. */
export function ReasonFields({ reason, onChange, wrong }: Props) {
  const t = useTranslations('platform.case')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <WordsField
        label={t('reasonEn')}
        hint={t('reasonHint')}
        error={wrong !== null && reason.en.trim() === '' ? wrong : null}
        value={reason.en}
        onChange={(event) => onChange({ ...reason, en: event.target.value })}
        maxLength={500}
        rows={3}
      />
      <WordsField
        label={t('reasonJa')}
        error={wrong !== null && reason.en.trim() !== '' ? wrong : null}
        value={reason.ja}
        onChange={(event) => onChange({ ...reason, ja: event.target.value })}
        maxLength={500}
        rows={3}
        lang="ja"
      />
    </div>
  )
}
