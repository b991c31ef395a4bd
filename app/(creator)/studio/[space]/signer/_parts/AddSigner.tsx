'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { expectedOf } from './useSignerDeed.ts'

type Name = 'name' | 'url' | 'key'
type Refused = { field: Name | null; words: string }
const empty = { name: '', url: '', key: '' }

/** Registers a signer; its secret is shown in the form's place, once. */
export function AddSigner({ space, full }: { space: string; full: boolean }) {
  const t = useTranslations('signer')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [fields, setFields] = useState(empty)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [secret, setSecret] = useState<string | null>(null)

  const sayRefusal = (error: unknown): Refused => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    if (field === 'url' && code === 'input.invalid') return { field, words: t('error.url', { expected: expectedOf(error) }) }
    if (field === 'url' && code === 'conflict') return { field: null, words: t('add.full') }
    if (field === 'key') return { field, words: t(code === 'conflict' ? 'error.keyTaken' : 'error.key') }
    if (field === 'name') return { field, words: t('error.name') }
    return { field: null, words: sayError(error, tErrors) }
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      const { name, url, key } = fields
      const added = await api.studio.signer.add.mutate({ space, name: name.trim(), url: url.trim(), key: key.trim() })
      setSecret(added.secret)
      setFields(empty)
      router.refresh()
    } catch (error) {
      setRefused(sayRefusal(error))
    } finally {
      setBusy(false)
    }
  }
  const field = (name: Name) => ({
    label: t(`add.${name}`),
    value: fields[name],
    error: refused?.field === name ? refused.words : null,
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
    required: true,
    autoComplete: 'off',
  })
  return (
    <section aria-labelledby="add" className="slab px-5 py-5">
      <h2 id="add" className="mb-4 text-section font-semibold">
        {t('add.title')}
      </h2>
      {secret !== null ? (
        <div className="grid gap-4">
          <SecretOnce secret={secret} />
          <Button look="quiet" onClick={() => setSecret(null)}>
            {t('close')}
          </Button>
        </div>
      ) : full ? (
        <p className="text-[0.9375rem] text-muted">{t('add.full')}</p>
      ) : (
        <form onSubmit={add} className="grid gap-4">
          <Field {...field('name')} maxLength={60} placeholder={t('add.nameExample')} />
          <Field {...field('url')} hint={t('add.urlHint')} maxLength={2000} inputMode="url" autoCapitalize="none" spellCheck={false} code />
          <Field {...field('key')} hint={t('add.keyHint')} maxLength={200} autoCapitalize="none" spellCheck={false} code />
          <Button type="submit" disabled={busy || Object.values(fields).some((value) => value.trim() === '')}>
            {t('add.submit')}
          </Button>
          <p aria-live="polite" className="text-sm text-bad empty:hidden">
            {refused?.field === null ? refused.words : null}
          </p>
        </form>
      )}
    </section>
  )
}
