'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { say } from '#app/_ui/say.ts'
import { mostWords, type RevokeReason, type RevokeTarget, revokeReasons } from './revokeTarget.ts'
import { WordsField } from './WordsField.tsx'

type Props = { space: string; credential: RevokeTarget; onClose: () => void; onAsked?: () => void }

/** Says what taking a credential back takes away and what it leaves, asks for a reason, and does it. What was typed stays when it is refused. */
export function RevokeDialog({ space, credential, onClose, onAsked }: Props) {
  const t = useTranslations('revocation')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const router = useRouter()
  const [reason, setReason] = useState<RevokeReason>('mistake')
  const [words, setWords] = useState('')
  const [state, setState] = useState<'open' | 'busy' | 'asked'>('open')
  const [refused, setRefused] = useState<{ field: 'words' | null; text: string } | null>(null)
  const quest = say(credential.quest, locale)
  const description = credential.serial === null ? t('whichUnknown', { quest }) : t('which', { serial: credential.serial + 1, quest })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setState('busy')
    setRefused(null)
    try {
      await api.studio.insights.revoke.mutate({ space, credential: credential.id, reason, words: words.trim() })
      setState('asked')
      onAsked?.()
      router.refresh()
    } catch (error) {
      setState('open')
      setRefused(sayRefusal(error))
    }
  }
  const sayRefusal = (error: unknown): typeof refused => {
    if (codeOf(error) === 'input.invalid' && fieldOf(error) === 'words') return { field: 'words', text: t('wordsWrong') }
    if (codeOf(error) !== 'conflict') return { field: null, text: sayError(error, tErrors) }
    const found = foundOf(error)
    return { field: null, text: t(found === 'not revocable' ? 'stays' : found === 'refused' ? 'refused' : 'already') }
  }

  return (
    <Dialog title={t('dialog')} description={description} closeLabel={t('close')} onClose={onClose}>
      {state === 'asked' ? (
        <div className="grid gap-5">
          <p role="status" data-revoke="asked">
            {t('asked')}
          </p>
          <Button look="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      ) : (
        <form onSubmit={submit} className="grid gap-5">
          <Consequences />
          <fieldset>
            <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('reason')}</legend>
            <div className="grid">
              {revokeReasons.map((each) => (
                <label key={each} className="flex min-h-8 items-center gap-2.5">
                  <input
                    type="radio"
                    name="reason"
                    value={each}
                    checked={reason === each}
                    onChange={() => setReason(each)}
                    className="size-4"
                  />
                  {t(`reasons.${each}`)}
                </label>
              ))}
            </div>
            <p className="mt-1 text-sm text-faint">{t('reasonHint')}</p>
          </fieldset>
          <WordsField
            label={t('words')}
            hint={t('wordsHint')}
            count={t('count', { count: words.length })}
            error={refused?.field === 'words' ? refused.text : null}
            value={words}
            onChange={setWords}
            most={mostWords}
          />
          {refused?.field === null && (
            <p role="alert" className="text-sm text-bad">
              {refused.text}
            </p>
          )}
          <div className="flex flex-wrap gap-3">
            <Button type="submit" disabled={state === 'busy' || words.trim() === ''}>
              {t('submit')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

function Consequences() {
  const t = useTranslations('revocation')
  return (
    <div className="grid gap-3 rounded-card bg-sunken px-4 py-3.5 text-[0.9375rem]">
      <div>
        <h3 className="font-medium">{t('takes')}</h3>
        <ul className="mt-1 list-disc pl-5 text-muted">
          {(['counts', 'reward', 'again'] as const).map((name) => (
            <li key={name}>{t(`takesList.${name}`)}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="font-medium">{t('keeps')}</h3>
        <ul className="mt-1 list-disc pl-5 text-muted">
          {(['record', 'claimed', 'others'] as const).map((name) => (
            <li key={name}>{t(`keepsList.${name}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** What an API error says that it found. */
function foundOf(error: unknown): string | null {
  const { data } = error as { data?: { found?: unknown } | null }
  return typeof data?.found === 'string' ? data.found : null
}
