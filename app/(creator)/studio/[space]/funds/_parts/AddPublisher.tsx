'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'

/** Gives somebody a link for showing the space's quests. */
export function AddPublisher({ space }: { space: string }) {
  const t = useTranslations('funds.referrals')
  const tError = useTranslations('errors')
  const router = useRouter()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setProblem(t('nobody'))
    setBusy(true)
    setProblem(null)
    try {
      await api.studio.funds.addPublisher.mutate({ space, name })
      setName('')
      router.refresh()
    } catch (error) {
      setProblem(codeOf(error) === 'not-found' ? t('nobody') : sayError(error, tError))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3" noValidate>
      <Field
        label={t('name')}
        className="min-w-0 grow basis-60"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.target.value)}
        hint={t('nameHint')}
        error={problem}
      />
      <Button type="submit" look="quiet" className="sm:mt-7.5" disabled={busy}>
        {t('add')}
      </Button>
    </form>
  )
}
