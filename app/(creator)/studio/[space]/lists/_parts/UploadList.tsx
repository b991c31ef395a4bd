'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { codeOf, expectedOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { SpaceList } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { BrokenRows } from './BrokenRows.tsx'
import { type Given, ListText } from './ListText.tsx'
import { type BrokenRow, type By, brokenRows, hasNoHead, type Kept, sendList, withHead } from './sendList.ts'

type Refused = { field: 'name' | 'text' | null; words: string; rows: BrokenRow[]; count: number }
type Props = { space: string; replaces: SpaceList | null; onDone?: () => void }

/** A list by paste or file. Broken rows are all shown at once; the good ones are taken only when that is asked for. */
export function UploadList({ space, replaces, onDone }: Props) {
  const t = useTranslations('list.upload')
  const tErrors = useTranslations('errors')
  const format = useFormatter()
  const router = useRouter()
  const byId = useId()
  const [name, setName] = useState(replaces?.name ?? '')
  const [by, setBy] = useState<By>(replaces?.by ?? 'evm')
  const [given, setGiven] = useState<Given>({ text: '', file: null })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [kept, setKept] = useState<Kept | null>(null)
  const bare = hasNoHead(given.text, by)
  const wrong = (field: Refused['field']) => (refused?.field === field ? refused.words : null)

  const send = async (skip: boolean) => {
    setBusy(true)
    setRefused(null)
    setKept(null)
    try {
      const csv = bare ? withHead(given.text) : given.text
      setKept(await sendList({ space, name: name.trim(), by, csv, skip, replaces: replaces?.id ?? null }))
      setGiven({ text: '', file: null })
      if (!replaces) setName('')
      router.refresh()
      onDone?.()
    } catch (error) {
      setRefused(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }
  const refusalOf = (error: unknown): Refused => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    const said = (at: Refused['field'], words: string) => ({ field: at, words, rows: [], count: 0 })
    if (code === 'list.malformed') {
      const { data } = error as { data: { problemCount?: number } }
      const rows = brokenRows(data, bare ? 1 : 0)
      const count = data.problemCount ?? rows.length
      return { field: 'text', words: t('broken', { count, shown: format.number(count) }), rows, count }
    }
    if (code === 'input.too-large') return said('text', t('tooLarge'))
    if (code === 'conflict') return said(null, t('full', { expected: expectedOf(error) ?? '' }))
    if (code === 'input.invalid' && field === 'name') return said('name', t('nameShape'))
    return said(null, sayError(error, tErrors))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(false)
  }
  return (
    <form onSubmit={submit} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <Field
        label={t('name')}
        error={wrong('name')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        required
        maxLength={80}
        placeholder={t('nameExample')}
      />
      <div>
        <label htmlFor={byId} className="mb-1.5 block text-[0.9375rem] font-medium">
          {t('by')}
        </label>
        <select
          id={byId}
          value={by}
          onChange={({ target }) => setBy(target.value as By)}
          className="h-10 w-full rounded-[0.625rem] border border-edge bg-surface px-3"
        >
          {(['evm', 'solana', 'handle'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`byWhat.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <ListText given={given} onGiven={setGiven} error={wrong('text')} hint={t(bare ? 'bareHint' : 'textHint')} />
      {refused && refused.rows.length > 0 && (
        <BrokenRows rows={refused.rows} count={refused.count} by={by} busy={busy} onSkip={() => send(true)} />
      )}
      <Button type="submit" disabled={busy || name.trim() === '' || given.text.trim() === ''}>
        {t(busy ? 'sending' : replaces ? 'replace' : 'submit')}
      </Button>
      <div aria-live="polite" className="text-[0.9375rem] empty:hidden">
        {wrong(null) !== null && <p className="text-bad">{wrong(null)}</p>}
        {kept && (
          <p className="text-good">
            {t('kept', { name: kept.name, count: kept.rows, shown: format.number(kept.rows) })}
            {kept.broken > 0 && ` ${t('skipped', { count: kept.broken, shown: format.number(kept.broken) })}`}
          </p>
        )}
      </div>
    </form>
  )
}
