'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId, useState } from 'react'

/** As the server takes it. */
const mostBytes = 200_000

type Props = { value: string; onChange: (text: string) => void; error: string | null }

/** An ABI that the author has: pasted, or read from a file of theirs. Folded until it is wanted or something is wrong with it. */
export function AbiField({ value, onChange, error }: Props) {
  const t = useTranslations('contract.import')
  const id = useId()
  const [open, setOpen] = useState(false)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const said = tooLarge ?? error
  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // The same file can be chosen again after it was mended.
    target.value = ''
    if (!file) return
    if (file.size > mostBytes)
      return setTooLarge(t('refused.large', { at: '', found: `${file.size} bytes`, expected: `${mostBytes} bytes` }))
    setTooLarge(null)
    onChange(await file.text())
  }
  return (
    <details open={open || said !== null || undefined} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cursor-pointer py-1 text-[0.9375rem] font-medium">{t('haveAbi')}</summary>
      <label htmlFor={id} className="mt-2 mb-1.5 block text-[0.9375rem] text-muted">
        {t('abi')}
      </label>
      <textarea
        id={id}
        rows={6}
        value={value}
        onChange={({ target }) => {
          setTooLarge(null)
          onChange(target.value)
        }}
        aria-invalid={said !== null}
        aria-describedby={`${id}-says`}
        spellCheck={false}
        autoComplete="off"
        className="w-full rounded-[0.625rem] border border-edge bg-surface px-3 py-2 font-mono text-[0.8125rem] break-all aria-invalid:border-bad"
      />
      <p id={`${id}-says`} aria-live="polite" className={`mt-1 text-sm break-words ${said === null ? 'text-faint' : 'text-bad'}`}>
        {said ?? t('abiHint')}
      </p>
      <label className="mt-2 inline-flex h-8 cursor-pointer items-center rounded-lg border border-line bg-surface px-3 text-sm font-medium hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent-text">
        {t('file')}
        <input type="file" accept=".json,.abi,.txt,.sol,application/json,text/plain" onChange={readFile} className="sr-only" />
      </label>
    </details>
  )
}
