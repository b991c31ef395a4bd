'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf } from '#app/_client/sayError.ts'
import type { CaseFile } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { WordsField } from '#app/_ui/base/WordsField.tsx'
import { useAct } from '#app/_ui/useAct.ts'
import { shownName } from '#app/_ui/wallet/MemberName.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { choicesOf } from './choices.ts'
import { ReasonFields } from './ReasonFields.tsx'

type Props = { found: CaseFile; role: 'admin' | 'moderator' }

/** Takes the case, then ends it. */
export function Resolve({ found, role }: Props) {
  const t = useTranslations('platform.case')
  return (
    <section aria-labelledby="decide">
      <h2 id="decide" className="mb-3 text-section font-semibold">
        {t('decide')}
      </h2>
      {found.mine ? <Decide found={found} /> : <Take found={found} role={role} />}
    </section>
  )
}

function Take({ found: { id, taker }, role }: Props) {
  const t = useTranslations('platform.case')
  const { busy, refused, act } = useAct()
  const mayTake = taker === null || role === 'admin'
  return (
    <div className="slab grid justify-items-start gap-3 p-5">
      <p>{taker === null ? t('takeText') : t('takenText', { name: shownName(taker) })}</p>
      {mayTake && (
        <Button disabled={busy !== null} onClick={() => act('take', () => api.platform.take.mutate({ id }))}>
          {t(taker === null ? 'take' : 'takeOver')}
        </Button>
      )}
      {refused && <Notice tone="bad">{refused.code === 'conflict' ? t('takenMeanwhile') : refused.words}</Notice>}
    </div>
  )
}

function Decide({ found }: { found: CaseFile }) {
  const t = useTranslations('platform.case')
  const { busy, refused, act } = useAct()
  const choices = choicesOf(found)
  const [name, setName] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [reason, setReason] = useState({ en: '', ja: '' })
  const chosen = choices.find((choice) => choice.name === name)
  const resolve = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    const words = { en: reason.en.trim(), ja: reason.ja.trim() }
    void act('resolve', async () => {
      if (chosen.delist) await delist({ kind: chosen.delist, slug: (chosen.delist === 'quest' && found.quest) || found.space.slug }, words)
      const { outcome, needsReason, delist: by } = chosen
      await api.platform.resolve.mutate({ id: found.id, outcome, note: note.trim(), ...(needsReason && !by ? { reason: words } : {}) })
    })
  }
  const field = refused?.code === 'input.invalid' ? refused.field : null
  return (
    <form onSubmit={resolve} className="slab grid gap-5 p-5" noValidate>
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t('decide')}</legend>
        {choices.map((choice) => (
          <label key={choice.name} className="-mx-2 flex cursor-pointer items-start gap-3 rounded-lg px-2 py-2 hover:bg-sunken">
            <input
              type="radio"
              name="choice"
              checked={name === choice.name}
              onChange={() => setName(choice.name)}
              className="mt-0.5 size-5 shrink-0"
            />
            <span className="min-w-0">
              <span className="block font-medium">{t(`choice.${choice.name}.name`)}</span>
              <span className="block text-sm text-muted">{t(`choice.${choice.name}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen?.needsReason && (
        <ReasonFields reason={reason} onChange={setReason} wrong={field?.startsWith('reason') ? t('badReason') : null} />
      )}
      <WordsField
        label={t(found.kind === 'appeal' ? 'answer' : 'note')}
        hint={t(found.kind === 'appeal' ? 'answerHint' : 'noteHint')}
        error={field === 'note' ? t('badNote') : null}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={1000}
        rows={3}
      />
      {refused && !field && (
        <Notice tone="bad">
          {refused.code === 'conflict' ? t('conflict') : refused.code === 'auth.forbidden' ? t('ownDecision') : refused.words}
        </Notice>
      )}
      <Button type="submit" disabled={busy !== null || !chosen || note.trim() === ''} className="justify-self-start">
        {t('resolve')}
      </Button>
    </form>
  )
}

/** What is delisted already stays so: then only the case is ended. */
async function delist(subject: { kind: 'quest' | 'space'; slug: string }, reason: { en: string; ja: string }) {
  try {
    await api.platform.delist.mutate({ subject, reason })
  } catch (error) {
    if (codeOf(error) !== 'conflict') throw error
  }
}
