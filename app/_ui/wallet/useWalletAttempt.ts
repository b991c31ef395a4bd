'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sayError } from '#app/_client/sayError.ts'
import { isBusy, isRefusal } from '#app/_client/wallets/refusal.ts'

export type Said = { tone: 'calm' | 'bad'; words: string }

/** Runs one request to a wallet or the API at a time. `busy` names the one that runs; `notice` says what went differently. */
export function useWalletAttempt() {
  const t = useTranslations('wallet')
  const tErrors = useTranslations('errors')
  const [busy, setBusy] = useState<string | null>(null)
  const [notice, setNotice] = useState<Said | null>(null)
  const attempt = async (key: string, action: () => Promise<void>) => {
    setBusy(key)
    setNotice(null)
    try {
      await action()
    } catch (error) {
      if (isRefusal(error)) setNotice({ tone: 'calm', words: t('refused') })
      else if (isBusy(error)) setNotice({ tone: 'calm', words: t('busy') })
      else setNotice({ tone: 'bad', words: sayError(error, tErrors) })
    } finally {
      setBusy(null)
    }
  }
  return { busy, notice, attempt, calm: (words: string) => setNotice({ tone: 'calm', words }) }
}
