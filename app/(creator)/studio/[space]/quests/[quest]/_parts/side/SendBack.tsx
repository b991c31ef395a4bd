'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import type { Refused } from './useDraftActs.ts'

type Props = { refused: Refused | null; onSend(words: string): Promise<boolean>; onClose: () => void }

/** Words for the authors: what should be another way. They stay when sending fails. */
export function SendBack({ refused, onSend, onClose }: Props) {
  const t = useTranslations('drafts')
  const id = useId()
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const wrong = refused?.act === 'sendBack' ? refused.words : null
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    if (await onSend(words.trim())) onClose()
    else setBusy(false)
  }
  return (
    <Dialog title={t('sendBack.title')} description={t('sendBack.lead')} closeLabel={t('close')} onClose={onClose}>
      <form onSubmit={send}>
        <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
          {t('sendBack.words')}
        </label>
        <textarea
          id={id}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          required
          rows={5}
          maxLength={2000}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-says`}
          className="w-full rounded-[0.625rem] border border-edge bg-surface px-3.5 py-2.5 aria-invalid:border-bad"
        />
        <p id={`${id}-says`} aria-live="polite" className={`mt-1 text-sm ${wrong ? 'text-bad' : 'text-faint'}`}>
          {wrong ?? t('sendBack.seen')}
        </p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button type="submit" disabled={busy || words.trim() === ''}>
            {t(busy ? 'act.sendBack.busy' : 'act.sendBack.do')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
