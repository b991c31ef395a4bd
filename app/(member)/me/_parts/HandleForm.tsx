'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'

type Outcome = { state: 'idle' | 'saving' | 'saved' } | { state: 'refused'; words: string }

export function HandleForm({ handle }: { handle: string | null }) {
  const t = useTranslations('me')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [text, setText] = useState(handle ?? '')
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setOutcome({ state: 'saving' })
    try {
      await api.people.updateHandle.mutate({ handle: text })
      setOutcome({ state: 'saved' })
      router.refresh()
    } catch (error) {
      const code = codeOf(error)
      const words = code === 'conflict' ? t('handleTaken') : code === 'input.invalid' ? t('handleShape') : sayError(error, tErrors)
      setOutcome({ state: 'refused', words })
    }
  }
  return (
    <form onSubmit={save} className="max-w-md">
      <div className="flex gap-2">
        <input
          aria-label={t('handle')}
          aria-describedby="handle-says"
          aria-invalid={outcome.state === 'refused'}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOutcome({ state: 'idle' })
          }}
          required
          minLength={3}
          maxLength={30}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={t('handleExample')}
          className="h-10 min-w-0 flex-1 rounded-[0.625rem] border border-edge bg-surface px-3.5 placeholder:text-faint aria-invalid:border-bad"
        />
        <Button type="submit" look="quiet" disabled={outcome.state === 'saving' || text === (handle ?? '')}>
          {t('save')}
        </Button>
      </div>
      <p id="handle-says" aria-live="polite" className={`mt-2 text-sm ${outcome.state === 'refused' ? 'text-bad' : 'text-faint'}`}>
        {outcome.state === 'refused' ? outcome.words : outcome.state === 'saved' ? t('saved') : t('handleShape')}
      </p>
    </form>
  )
}
