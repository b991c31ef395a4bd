'use client'

import { useState } from 'react'

type Entry = { id: string; words: string; method: string | null; also?: string }
type Section = { title: string; entries: readonly Entry[] }
type Props = {
  sections: readonly Section[]
  texts: { label: string; search: string; none: string } /** Names of routes are English on every page. */
  foreign: boolean
}

/** Every part of the reference by name; what is typed leaves those that have each word somewhere. On a phone the list appears while something is typed. */
export function ReferenceNav({ sections, texts, foreign }: Props) {
  const [asked, setAsked] = useState('')
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ id, words: name, method, also = '' }: Entry) => {
    const text = `${id} ${name} ${method ?? ''} ${also}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  const found = sections.map(({ title, entries }) => ({ title, entries: entries.filter(fits) })).filter(({ entries }) => entries.length > 0)
  return (
    <nav aria-label={texts.label} className="min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto lg:pb-6">
      <input
        type="search"
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
        aria-label={texts.search}
        placeholder={texts.search}
        className="mb-4 h-9 w-full rounded-lg border border-edge bg-surface px-3 text-[0.9375rem] placeholder:text-faint"
      />
      <div className={`grid gap-5 ${words.length === 0 ? 'max-lg:hidden' : ''}`}>
        {found.map(({ title, entries }) => (
          <div key={title}>
            <p className="text-sm font-semibold">{title}</p>
            <ul className="mt-1 text-[0.875rem] text-muted">
              {entries.map(({ id, words: name, method }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    lang={foreign && method ? 'en' : undefined}
                    className="block py-1 [overflow-wrap:anywhere] hover:text-ink hover:underline"
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p aria-live="polite" className="text-sm text-faint empty:hidden">
        {found.length === 0 ? texts.none : ''}
      </p>
    </nav>
  )
}
