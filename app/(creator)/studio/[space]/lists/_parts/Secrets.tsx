'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, expectedOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { SpaceSecret } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Confirm } from '#app/_ui/base/Confirm.tsx'
import { Field } from '#app/_ui/base/Field.tsx'

type Refused = { field: 'name' | 'value' | null; words: string }

/** Secrets that requests of rules carry. Their names are shown; their values never again, they can only be set anew. */
export function Secrets({ space, secrets, now }: { space: string; secrets: readonly SpaceSecret[]; now: number }) {
  const t = useTranslations('list.secrets')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const wrong = (field: Refused['field']) => (refused?.field === field ? refused.words : null)
  const there = secrets.some((secret) => secret.name === name.trim())

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    setDone(null)
    try {
      await api.spaces.setSecret.mutate({ space, name: name.trim(), value })
      setDone(t('set', { name: name.trim() }))
      setName('')
      setValue('')
      router.refresh()
    } catch (error) {
      setRefused(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }
  const refusalOf = (error: unknown): Refused => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    if (code === 'input.invalid' && field === 'name') return { field, words: t('nameShape') }
    if (code === 'input.invalid' && field === 'value') return { field, words: t('valueShape') }
    if (code === 'conflict') return { field: null, words: t('full', { expected: expectedOf(error) ?? '' }) }
    return { field: null, words: sayError(error, tErrors) }
  }
  return (
    <section aria-labelledby="secrets">
      <h2 id="secrets" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 text-[0.9375rem] text-muted">{t('lead')}</p>
      {secrets.length > 0 && (
        <ul className="slab mb-4 divide-y divide-line px-5">
          {secrets.map((secret) => (
            <li key={secret.name} data-secret-name={secret.name} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
              <span className="min-w-0 flex-1 basis-40 font-mono text-[0.9375rem] break-all">{`{{${secret.name}}}`}</span>
              <span className="text-sm text-faint">
                <Ago at={secret.setAt} now={now} />
              </span>
              <Confirm
                words={{
                  ...{ open: t('remove'), title: t('removeTitle', { name: secret.name }) },
                  ...{ text: t('removeText'), go: t('removeGo'), stay: t('stay') },
                }}
                onGo={async () => {
                  await api.spaces.removeSecret.mutate({ space, name: secret.name })
                  router.refresh()
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="slab grid gap-4 px-5 py-4 sm:grid-cols-2">
        <Field
          label={t('name')}
          hint={t('nameShape')}
          error={wrong('name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          required
          maxLength={32}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
        />
        <Field
          label={t('value')}
          hint={t('valueHint')}
          error={wrong('value')}
          type="password"
          value={value}
          onChange={({ target }) => setValue(target.value)}
          required
          maxLength={400}
          autoComplete="new-password"
          spellCheck={false}
          code
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-2">
          <Button type="submit" look="quiet" disabled={busy || name.trim() === '' || value === ''}>
            {t(there ? 'replace' : 'submit')}
          </Button>
          <p aria-live="polite" className={`text-sm empty:hidden ${refused ? 'text-bad' : 'text-good'}`}>
            {wrong(null) ?? done}
          </p>
        </div>
      </form>
    </section>
  )
}
