'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type ChangeEvent, useId, useState } from 'react'
import { mostBytes } from './sendList.ts'

/** What was given: pasted, or the text of a file by its name. */
export type Given = { text: string; file: string | null }
type Props = { given: Given; onGiven: (given: Given) => void; error: string | null; hint: string }

/** More than this is not shown in a field, which would stand still: the file goes as it is. */
const mostShown = 200_000

/** The rows of a list, pasted or from a file. */
export function ListText({ given, onGiven, error, hint }: Props) {
  const t = useTranslations('list.upload')
  const format = useFormatter()
  const id = useId()
  const [tooLarge, setTooLarge] = useState(false)
  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // The same file can be chosen again after it was mended.
    target.value = ''
    if (!file) return
    setTooLarge(file.size > mostBytes)
    if (file.size <= mostBytes) onGiven({ text: await file.text(), file: file.name })
  }
  const said = tooLarge ? t('tooLarge') : error
  const lines = given.text === '' ? 0 : given.text.trimEnd().split('\n').length
  const long = given.text.length > mostShown
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
        {t('text')}
      </label>
      <textarea
        id={id}
        rows={8}
        value={long ? given.text.slice(0, 2000) : given.text}
        readOnly={long}
        onChange={({ target }) => {
          setTooLarge(false)
          onGiven({ text: target.value, file: null })
        }}
        aria-invalid={said !== null}
        aria-describedby={`${id}-says`}
        placeholder={'wallet,tier\n0x…,gold'}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        className="w-full rounded-[0.625rem] border border-edge bg-surface px-3 py-2 font-mono text-[0.8125rem] placeholder:text-faint aria-invalid:border-bad"
      />
      <p id={`${id}-says`} aria-live="polite" className={`mt-1 text-sm ${said === null ? 'text-faint' : 'text-bad'}`}>
        {said ?? hint}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <label className="inline-flex h-8 cursor-pointer items-center rounded-lg border border-line bg-surface px-3 text-sm font-medium hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent-text">
          {t('file')}
          <input type="file" accept=".csv,.txt,text/csv,text/plain" onChange={readFile} className="sr-only" />
        </label>
        <span className="min-w-0 text-sm text-muted [overflow-wrap:anywhere]">
          {given.file ? `${given.file}: ` : ''}
          {lines > 0 && t('lines', { count: lines, shown: format.number(lines) })}
        </span>
      </div>
    </div>
  )
}
