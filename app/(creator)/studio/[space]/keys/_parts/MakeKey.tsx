'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { KeyScope, MadeApiKey } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { MadeKey } from './MadeKey.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'

type Refused = { field: 'name' | 'scopes' | null; words: string }
const spans = [30, 90, 365] as const

/** Name, scopes and life of a new key. Once it is made, the key is in the form's place until it was kept. */
export function MakeKey({ space, scopes, origin }: { space: string; scopes: readonly KeyScope[]; origin: string }) {
  const t = useTranslations('keys.make')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const daysId = useId()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly KeyScope[]>(['quests:read'])
  const [days, setDays] = useState<number>(90)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [made, setMade] = useState<MadeApiKey | null>(null)

  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (chosen.length === 0) return setRefused({ field: 'scopes', words: t('noScope') })
    setBusy(true)
    setRefused(null)
    try {
      setMade(await api.studio.keys.make.mutate({ space, name: name.trim(), scopes: [...chosen], days }))
      setName('')
      router.refresh()
    } catch (error) {
      setRefused(sayRefusal(error))
    } finally {
      setBusy(false)
    }
  }
  const sayRefusal = (error: unknown): Refused => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    if (code === 'conflict') return { field: null, words: t('tooMany') }
    if (code === 'input.invalid' && field === 'name') return { field, words: t('nameShape') }
    if (code === 'auth.forbidden' && field === 'scopes') return { field, words: t('beyond') }
    return { field: null, words: sayError(error, tErrors) }
  }
  const wrong = (field: Refused['field']) => (refused?.field === field ? refused.words : null)

  if (made) return <MadeKey made={made} scopes={chosen} space={space} origin={origin} onKept={() => setMade(null)} />
  return (
    <form onSubmit={make} className="grid gap-5">
      <Field
        label={t('name')}
        error={wrong('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        maxLength={60}
        autoComplete="off"
        placeholder={t('nameExample')}
      />
      <ScopeChoice scopes={scopes} chosen={chosen} onChange={setChosen} error={wrong('scopes')} />
      <div>
        <label htmlFor={daysId} className="mb-1.5 block text-[0.9375rem] font-medium">
          {t('days')}
        </label>
        <select
          id={daysId}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
          className="h-10 w-full rounded-[0.625rem] border border-edge bg-surface px-3"
        >
          {spans.map((span) => (
            <option key={span} value={span}>
              {t('span', { days: span })}
            </option>
          ))}
        </select>
        <p className="mt-1.5 text-sm text-faint">{t('daysHint')}</p>
      </div>
      <Button type="submit" disabled={busy || name.trim() === ''}>
        {t('submit')}
      </Button>
      <p aria-live="polite" className="text-sm text-bad empty:hidden">
        {wrong(null)}
      </p>
    </form>
  )
}
