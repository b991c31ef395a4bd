'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { addressOf } from './spaceAddress.ts'

type Refused = { field: 'name' | 'slug' | null; words: string }

/** Name and address of a new space. The address follows the name until it is written by hand. */
export function MakeSpace() {
  const t = useTranslations('studio.make')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [name, setName] = useState('')
  const [written, setWritten] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const slug = written ?? addressOf(name)

  const make = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      await api.studio.spaces.make.mutate({ slug, name: name.trim() })
      setName('')
      setWritten(null)
      router.refresh()
    } catch (error) {
      setRefused(sayRefusal(error))
    } finally {
      setBusy(false)
    }
  }
  const sayRefusal = (error: unknown): Refused => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    if (code === 'conflict') return { field: 'slug', words: t('taken') }
    if (code === 'rate.limited' && field === 'slug') return { field: null, words: t('tooMany') }
    if (code === 'input.invalid' && field === 'slug') return { field, words: t('slugShape') }
    if (code === 'input.invalid' && field === 'name') return { field, words: t('nameShape') }
    return { field: null, words: sayError(error, tErrors) }
  }
  const wrong = (field: Refused['field']) => (refused?.field === field ? refused.words : null)

  return (
    <form onSubmit={make} className="grid gap-4">
      <Field
        label={t('name')}
        error={wrong('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        maxLength={80}
        autoComplete="organization"
        placeholder={t('nameExample')}
      />
      <Field
        label={t('slug')}
        hint={t('slugShape')}
        error={wrong('slug')}
        value={slug}
        onChange={(event) => setWritten(event.target.value)}
        required
        minLength={3}
        maxLength={64}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        code
      />
      <Button type="submit" disabled={busy || name.trim() === ''}>
        {t('submit')}
      </Button>
      <p aria-live="polite" className="text-sm text-bad empty:hidden">
        {wrong(null)}
      </p>
    </form>
  )
}
