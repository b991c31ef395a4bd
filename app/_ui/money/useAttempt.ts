'use client'

import { useState } from 'react'
import { isCalm, type MoneyError, moneyError } from '#app/_client/money/saySlotError.ts'

/** Runs one thing at a time and keeps what went wrong. `busy` names what runs. */
export function useAttempt() {
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<MoneyError | null>(null)
  const attempt = async (name: string, work: () => Promise<void>) => {
    setBusy(name)
    setError(null)
    try {
      await work()
    } catch (thrown) {
      setError(moneyError(thrown))
    } finally {
      setBusy(null)
    }
  }
  return { busy, error, calm: error !== null && isCalm(error), attempt, clear: () => setError(null) }
}
