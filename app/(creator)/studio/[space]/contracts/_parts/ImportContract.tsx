'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { SpaceContract } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { nameOfContract } from '#app/_ui/contract/nameOfContract.ts'
import { AbiField } from './AbiField.tsx'
import { type ImportField, refusalOf } from './importRefusal.ts'
import { Looking } from './Looking.tsx'

type Refused = { field: ImportField | null; words: string }

/** Brings a contract in by its address. The ABI is looked for; who has it may give it. What was typed stays until it was taken. */
export function ImportContract({ space, chains }: { space: string; chains: readonly { id: string; name: string }[] }) {
  const t = useTranslations('contract.import')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const chainId = useId()
  const [chain, setChain] = useState(chains[0]?.id ?? '')
  const [address, setAddress] = useState('')
  const [abi, setAbi] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [done, setDone] = useState<SpaceContract | null>(null)
  const wrong = (field: ImportField | null) => (refused?.field === field ? refused.words : null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    setDone(null)
    try {
      const given = abi.trim() === '' ? {} : { abi }
      setDone(await api.studio.contracts.import.mutate({ space, chain, address: address.trim(), ...given }))
      setAddress('')
      setAbi('')
      router.refresh()
    } catch (error) {
      const refusal = refusalOf(error)
      setRefused(
        refusal
          ? { field: refusal.field, words: t(`refused.${refusal.text}`, refusal.values) }
          : { field: null, words: sayError(error, tErrors) },
      )
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="import" className="slab px-5 py-5 lg:sticky lg:top-22 lg:order-last">
      <h2 id="import" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('lead')}</p>
      <form onSubmit={submit} className="grid gap-4">
        <div>
          <label htmlFor={chainId} className="mb-1.5 block text-[0.9375rem] font-medium">
            {t('chain')}
          </label>
          <select
            id={chainId}
            value={chain}
            onChange={({ target }) => setChain(target.value)}
            aria-invalid={wrong('chain') !== null}
            aria-describedby={`${chainId}-says`}
            className="h-10 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3 aria-invalid:border-bad"
          >
            {chains.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <p id={`${chainId}-says`} aria-live="polite" className="mt-1.5 text-sm text-bad empty:hidden">
            {wrong('chain')}
          </p>
        </div>
        <Field
          label={t('address')}
          hint={t('addressHint')}
          error={wrong('address')}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
          required
          maxLength={100}
          placeholder="0x…"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
        />
        <AbiField value={abi} onChange={setAbi} error={wrong('abi')} />
        <Button type="submit" disabled={busy || address.trim() === '' || chain === ''}>
          {t(busy ? 'importing' : 'submit')}
        </Button>
        <div aria-live="polite" className="text-[0.9375rem] empty:hidden">
          {busy && <Looking withAbi={abi.trim() !== ''} />}
          {wrong(null) !== null && <p className="text-bad">{wrong(null)}</p>}
          {done && <p className="text-good">{t('done', { name: nameOfContract(done), count: done.items })}</p>}
        </div>
      </form>
    </section>
  )
}
