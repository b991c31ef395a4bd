'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEventHandler } from 'react'
import { Drawing } from '#app/_ui/base/Icon.tsx'

const strokes = {
  up: 'M10 16V5M5.5 9.5L10 5l4.5 4.5',
  down: 'M10 4v11M5.5 10.5L10 15l4.5-4.5',
  copy: 'M7.5 7.5h8v8h-8zM4.5 12.5v-8h8',
  remove: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
} as const

const grip = 'M7.5 5v.01M7.5 10v.01M7.5 15v.01M12.5 5v.01M12.5 10v.01M12.5 15v.01'

type GripProps = { name: string; onDragStart: () => void; onDragEnd: () => void; onKeyDown: KeyboardEventHandler }

/** Where a step is taken hold of: dragged, or moved by the arrow keys. */
export function Grip({ name, onDragStart, onDragEnd, onKeyDown }: GripProps) {
  return (
    <button
      type="button"
      draggable
      data-grip=""
      aria-label={name}
      title={name}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        const card = event.currentTarget.closest('li')
        if (card) event.dataTransfer.setDragImage(card, 20, 20)
        onDragStart()
      }}
      onDragEnd={onDragEnd}
      onKeyDown={onKeyDown}
      className="grid h-9 w-7 shrink-0 cursor-grab place-items-center rounded-lg text-faint hover:bg-sunken hover:text-ink active:cursor-grabbing"
    >
      <Drawing path={grip} className="size-5 [&_path]:[stroke-width:2.4]" />
    </button>
  )
}

type Props = {
  place: number
  count: number
  title: string
  onMove: (from: number, to: number) => void
  onCopy: () => void
  onRemove: () => void
}

/** What can be done with a step as a whole. */
export function StepTools({ place, count, title, onMove, onCopy, onRemove }: Props) {
  const t = useTranslations('editor.steps.tools')
  const tool = (what: keyof typeof strokes, act: () => void, enabled = true) => (
    <button
      type="button"
      title={t(what)}
      aria-label={t('of', { tool: t(what), number: place + 1, title })}
      disabled={!enabled}
      onClick={act}
      className="grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink disabled:opacity-35"
    >
      <Drawing path={strokes[what]} className="size-4" />
    </button>
  )
  return (
    <div className="flex shrink-0 basis-full justify-end sm:basis-auto">
      {tool('up', () => onMove(place, place - 1), place > 0)}
      {tool('down', () => onMove(place, place + 1), place < count - 1)}
      {tool('copy', onCopy)}
      {tool('remove', onRemove)}
    </div>
  )
}
