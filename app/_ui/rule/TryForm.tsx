'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'

type Props<T> = {
  /** The wallet to begin with. */
  wallet: string
  /** What is tried, as a text: an outcome of another one is said to be old. */
  of: string
  ready: boolean
  /** Asks the server. */
  run(wallet: string): Promise<T>
  /** What came of it. */
  children(outcome: T): ReactNode
  /** The words of the button. */
  words?: string
}

/** A wallet, a button, and what came of trying something on it. */
export function TryForm<T>({ wallet, of, ready, run, children, words }: Props<T>) {
  const t = useTranslations('rule.try')
  const tErrors = useTranslations('errors')
  const [typed, setTyped] = useState(wallet)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ of: string; wallet: string; came: T } | null>(null)
  const [refused, setRefused] = useState<{ field: boolean; words: string } | null>(null)
  const asked = typed.trim()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      setOutcome({ of, wallet: asked, came: await run(asked) })
    } catch (error) {
      const ofWallet = codeOf(error) === 'input.invalid' && (fieldOf(error)?.startsWith('wallet') ?? false)
      setRefused({ field: ofWallet, words: ofWallet ? t('walletShape') : sayError(error, tErrors) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <form onSubmit={submit} className="grid gap-3">
        <Field
          label={t('wallet')}
          hint={t('walletHint')}
          error={refused?.field ? refused.words : null}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
        />
        <Button type="submit" disabled={busy || !ready || asked === ''}>
          {busy ? t('running') : (words ?? t('run'))}
        </Button>
      </form>
      <div aria-live="polite">
        {refused && !refused.field && <p className="mt-3 text-sm text-bad">{refused.words}</p>}
        {outcome && (outcome.of !== of || outcome.wallet !== asked) && <p className="mt-4 text-sm text-accent-text">{t('older')}</p>}
        {outcome && children(outcome.came)}
      </div>
    </>
  )
}
