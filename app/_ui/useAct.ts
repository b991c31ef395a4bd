'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { codeOf, fieldOf, foundOf, sayError } from '#app/_client/sayError.ts'

/** What an act was refused for: its own name, the API's code, field and finding, and the sentence that it has where a form knows none of its own. */
export type Refused = { act: string; code: string | null; field: string | null; found: string | null; words: string }

/**
 * Does one thing at a time and asks for the page anew when it is done. What is refused changes nothing on the page, so that nothing that was typed is lost.
 * `busy`: the name of what is being done.
 */
export function useAct() {
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const act = async (name: string, work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(name)
    setRefused(null)
    try {
      await work()
      router.refresh()
      return true
    } catch (error) {
      setRefused({ act: name, code: codeOf(error), field: fieldOf(error), found: foundOf(error), words: sayError(error, tErrors) })
      return false
    } finally {
      setBusy(null)
    }
  }
  return { busy, refused, act, forget: () => setRefused(null) }
}
