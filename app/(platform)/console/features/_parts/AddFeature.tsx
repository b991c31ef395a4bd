'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { type Refused, useAct } from '#app/_ui/useAct.ts'

/** A slug, or the address of a quest's page. */
export const slugOf = (text: string): string => /\/quests\/([^/?#]+)/.exec(text)?.[1] ?? text.trim()

/** Puts a quest in front for a span. Times are of the reader's own clock. */
export function AddFeature() {
  const t = useTranslations('platform.features.add')
  const { busy, refused, act } = useAct()
  const [quest, setQuest] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const wrong = useFeatureWords(refused)
  const whole = quest.trim() !== '' && from !== '' && to !== ''
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const span = { startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() }
    if (await act('add', () => api.platform.feature.mutate({ quest: slugOf(quest), ...span }))) setQuest('')
  }
  return (
    <form onSubmit={add} className="grid gap-4" noValidate>
      <Field
        label={t('quest')}
        hint={t('questHint')}
        error={wrong.quest}
        value={quest}
        onChange={(event) => setQuest(event.target.value)}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        code
      />
      <Field
        label={t('from')}
        error={wrong.startsAt}
        type="datetime-local"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Field
        label={t('to')}
        hint={t('toHint')}
        error={wrong.endsAt}
        type="datetime-local"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button type="submit" disabled={busy !== null || !whole}>
        {t('submit')}
      </Button>
      <p role="status" className="text-sm text-bad empty:hidden">
        {wrong.other}
      </p>
    </form>
  )
}

function useFeatureWords(refused: Refused | null) {
  const t = useTranslations('platform.features.add')
  const none = { quest: null, startsAt: null, endsAt: null, other: null }
  if (!refused) return none
  const { code, field, words } = refused
  if (code === 'not-found' || (code === 'input.invalid' && field === 'quest')) return { ...none, quest: t('noQuest') }
  if (code === 'quest.delisted') return { ...none, quest: t('delisted') }
  if (code === 'conflict') return { ...none, startsAt: t('full') }
  if (field === 'endsAt') return { ...none, endsAt: t('badSpan') }
  return { ...none, other: words }
}
