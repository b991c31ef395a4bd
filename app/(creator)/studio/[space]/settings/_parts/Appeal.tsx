'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { WordsField } from '#app/_ui/base/WordsField.tsx'
import { useAct } from '#app/_ui/useAct.ts'

/** The owner's word against a delisting: once, so it is opened first. */
export function Appeal({ space, id }: { space: string; id: string }) {
  const t = useTranslations('settings.stops')
  const { busy, refused, act } = useAct()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  if (!open)
    return (
      <Button look="quiet" className="justify-self-start" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    void act('appeal', () => api.studio.stops.appeal.mutate({ space, id, words: words.trim() }))
  }
  const wrong = refused && (refused.code === 'conflict' ? t('once') : refused.field === 'words' ? t('badWords') : refused.words)
  return (
    <form onSubmit={send} className="grid gap-3" noValidate>
      <WordsField
        label={t('words')}
        hint={t('wordsHint')}
        error={wrong}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        maxLength={2000}
        rows={5}
      />
      <Button type="submit" disabled={busy !== null || words.trim() === ''} className="justify-self-start">
        {t('send')}
      </Button>
    </form>
  )
}
