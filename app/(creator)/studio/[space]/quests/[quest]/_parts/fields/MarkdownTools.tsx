'use client'

import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Drawing } from '#app/_ui/base/Icon.tsx'
import { type Mark, mark, marks } from './markdown.ts'

const strokes: Record<Mark, string> = {
  bold: 'M6.5 4.5h4.2a2.7 2.7 0 0 1 0 5.4H6.5zM6.5 9.9h4.9a2.8 2.8 0 0 1 0 5.6H6.5z',
  italic: 'M9 4.5h5M6 15.5h5M11.8 4.5l-3.6 11',
  heading: 'M5 4.5v11M14 4.5v11M5 10h9',
  list: 'M8 5.5h8M8 10h8M8 14.5h8M4.2 5.5h.1M4.2 10h.1M4.2 14.5h.1',
  numbers: 'M8.5 5.5H16M8.5 10H16M8.5 14.5H16M3.6 4.4l1.2-.6v3.4M3.4 12.8c1.8-1 2.4.6 1.2 1.6l-1.2 1h2',
  link: 'M8.4 11.6a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 1 0-4.3-4.3l-1 1M11.6 8.4a3 3 0 0 0-4.3 0L4.7 11a3 3 0 1 0 4.3 4.3l1-1',
  code: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
}

type Props = { of: RefObject<HTMLTextAreaElement | null>; label: string; onChange: (text: string) => void }

/** Buttons that put marks of Markdown on what is selected; the selection stays where the reader left it. */
export function MarkdownTools({ of, label, onChange }: Props) {
  const t = useTranslations('editor.markdown')
  const put = (name: Mark) => {
    const area = of.current
    if (!area) return
    const next = mark(
      { text: area.value, from: area.selectionStart, to: area.selectionEnd },
      name,
      t(name === 'link' ? 'linkSample' : 'sample'),
    )
    onChange(next.text)
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(next.from, next.to)
    })
  }
  return (
    <div role="toolbar" aria-label={t('tools', { of: label })} className="flex flex-wrap max-sm:order-last max-sm:basis-full">
      {marks.map((name) => (
        <button
          key={name}
          type="button"
          title={t(name)}
          aria-label={t(name)}
          onClick={() => put(name)}
          className="grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
        >
          <Drawing path={strokes[name]} className="size-4.5" />
        </button>
      ))}
    </div>
  )
}
