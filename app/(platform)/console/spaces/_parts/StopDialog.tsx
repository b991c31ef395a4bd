'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { WordsField } from '#app/_ui/base/WordsField.tsx'
import { useAct } from '#app/_ui/useAct.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { ReasonFields } from '#app/(platform)/console/cases/[id]/_parts/ReasonFields.tsx'
import type { Stopped } from './StopButton.tsx'

/** With the reason that everybody reads, or the note for the log. */
export default function StopDialog({ slug, name, stopped, onClose }: Stopped & { onClose: () => void }) {
  const t = useTranslations('platform.spaces')
  const tCase = useTranslations('platform.case')
  const { busy, refused, act } = useAct()
  const [reason, setReason] = useState({ en: '', ja: '' })
  const [note, setNote] = useState('')
  const does = stopped ? 'relist' : 'delist'
  const subject = { kind: 'space' as const, slug }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const words = { en: reason.en.trim(), ja: reason.ja.trim() }
    const done = await act('stop', () =>
      stopped ? api.platform.relist.mutate({ subject, note: note.trim() }) : api.platform.delist.mutate({ subject, reason: words }),
    )
    if (done) onClose()
  }
  const field = refused?.code === 'input.invalid' ? refused.field : null
  return (
    <Dialog title={t(`${does}Of`, { name })} description={t(`${does}Text`)} closeLabel={t('close')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-4" noValidate>
        {stopped ? (
          <WordsField
            label={tCase('note')}
            hint={tCase('noteHint')}
            error={field === 'note' ? tCase('badNote') : null}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={1000}
            rows={3}
          />
        ) : (
          <ReasonFields reason={reason} onChange={setReason} wrong={field?.startsWith('reason') ? tCase('badReason') : null} />
        )}
        {refused && !field && (
          <Notice tone="bad">{refused.code === 'conflict' || refused.code === 'not-found' ? t('already') : refused.words}</Notice>
        )}
        <Button type="submit" disabled={busy !== null}>
          {t(does)}
        </Button>
      </form>
    </Dialog>
  )
}
