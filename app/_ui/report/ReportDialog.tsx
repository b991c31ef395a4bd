'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { ReportReason } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { WordsField } from '#app/_ui/base/WordsField.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import type { ReportedSubject } from './ReportButton.tsx'

export const reportReasons = [
  ...(['impersonation', 'scam', 'malware', 'cannot-be-done', 'not-paid', 'offensive', 'spam', 'other'] as const),
] satisfies ReportReason[]

type Wrong = { reason?: string; words?: string; other?: string }

/** Why, and in the member's own words; then thanks. What was typed stays when it cannot be sent. */
export default function ReportDialog({ subject, onClose }: { subject: ReportedSubject; onClose: () => void }) {
  const t = useTranslations('report')
  const tErrors = useTranslations('errors')
  const [reason, setReason] = useState<ReportReason | null>(null)
  const [words, setWords] = useState('')
  const [stage, setStage] = useState<'open' | 'busy' | 'sent'>('open')
  const [wrong, setWrong] = useState<Wrong>({})
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (reason === null) return setWrong({ reason: t('chooseReason') })
    if (words.trim() === '') return setWrong({ words: t('sayWords') })
    setStage('busy')
    setWrong({})
    try {
      await api.platform.report.mutate({ subject, reason, words: words.trim() })
      setStage('sent')
    } catch (error) {
      setStage('open')
      setWrong(wrongOf(error))
    }
  }
  const wrongOf = (error: unknown): Wrong => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    if (code === 'conflict') return { other: t('already') }
    // The day's limit names the subject; the one of the last minutes names nothing.
    if (code === 'rate.limited' && field === 'subject') return { other: t('tooMany') }
    if (code === 'input.invalid' && field === 'words') return { words: t('badWords') }
    return { other: sayError(error, tErrors) }
  }
  if (stage === 'sent')
    return (
      <Dialog title={t('thanks')} description={t('thanksText')} closeLabel={t('close')} onClose={onClose}>
        <Button look="quiet" className="w-full" onClick={onClose}>
          {t('done')}
        </Button>
      </Dialog>
    )
  return (
    <Dialog title={t(`open.${subject.kind}`)} description={t('lead')} closeLabel={t('close')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-5" noValidate>
        <fieldset aria-describedby={wrong.reason ? 'report-reason' : undefined}>
          <legend className="mb-1 text-[0.9375rem] font-medium">{t('why')}</legend>
          {reportReasons.map((each) => (
            <label key={each} className="-mx-2 flex min-h-9 cursor-pointer items-center gap-3 rounded-lg px-2 py-1 hover:bg-sunken">
              <input
                type="radio"
                name="reason"
                value={each}
                checked={reason === each}
                onChange={() => setReason(each)}
                className="size-5 shrink-0"
              />
              {t(`reason.${each}`)}
            </label>
          ))}
          {wrong.reason && (
            <p id="report-reason" role="alert" className="mt-1.5 text-sm text-bad">
              {wrong.reason}
            </p>
          )}
        </fieldset>
        <WordsField
          label={t('words')}
          hint={t('wordsHint')}
          error={wrong.words ?? null}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          maxLength={1000}
        />
        {wrong.other && <Notice tone="bad">{wrong.other}</Notice>}
        <Button type="submit" disabled={stage === 'busy'}>
          {t('send')}
        </Button>
      </form>
    </Dialog>
  )
}
