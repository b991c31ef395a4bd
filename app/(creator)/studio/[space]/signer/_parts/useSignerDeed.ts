'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'

type SignerApi = typeof api.studio.signer

/** Does one thing at a time with a space's signers, and says beside it what went wrong. The page is read anew after what worked. */
export function useSignerDeed(_space: string) {
  const t = useTranslations('signer.error')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async <T>(name: string, work: (signer: SignerApi) => Promise<T>): Promise<T | null> => {
    setBusy(name)
    setProblem(null)
    try {
      const done = await work(api.studio.signer)
      router.refresh()
      return done
    } catch (error) {
      const code = codeOf(error)
      if (code === 'not-found') setProblem(t('gone'))
      else if (code === 'conflict' && name === 'remove') setProblem(t('inUse'))
      else if (code === 'conflict' && fieldOf(error) === 'id') setProblem(t('notProven'))
      else if (code === 'input.invalid' && fieldOf(error) === 'url') setProblem(t('url', { expected: expectedOf(error) }))
      else setProblem(sayError(error, tErrors))
      return null
    } finally {
      setBusy(null)
    }
  }
  return { run, busy, problem }
}

/** What the server expects of an address, in its own few words. */
export function expectedOf(error: unknown): string {
  const { data } = error as { data?: { expected?: unknown } }
  return typeof data?.expected === 'string' ? data.expected : ''
}
