'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type DragEvent, type KeyboardEvent, useId } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { useReading } from '#app/_ui/rule/useReading.ts'
import { say } from '#app/_ui/say.ts'
import { ProblemDot } from '../fields/Section.tsx'
import { isRecord, type JsonRecord } from '../state/document.ts'
import { useEditor } from '../state/editor.ts'
import { problemsAt } from '../state/problems.ts'
import { StepBody } from './StepBody.tsx'
import { Grip, StepTools } from './StepTools.tsx'

type Props = {
  place: number
  count: number
  id: string
  step: JsonRecord
  open: boolean
  onOpen: (open: boolean) => void
  /** It stands where it was launched. */
  fixed: boolean
  /** The place of the step that is being dragged. */
  dragged: number | null
  onDrag: (place: number | null) => void
  onMove: (from: number, to: number) => void
  onCopy: () => void
  onRemove: () => void
}

/** A step in the list: its title and what its rule says; opened, all that belongs to it. */
export function StepCard({ place, count, id, step, open, onOpen, fixed, dragged, onDrag, onMove, ...acts }: Props) {
  const t = useTranslations('editor.steps')
  const locale = useLocale()
  const body = useId()
  const { problems } = useEditor()
  const path = `definition.steps.${place}`
  const rule = step.rule ?? null
  const { reading, late } = useReading(rule)
  const title = titleOf(step, locale) ?? t('untitled')
  const target = dragged !== null && dragged !== place
  const onDragOver = (event: DragEvent) => target && event.preventDefault()
  const onDrop = (event: DragEvent) => {
    if (dragged === null) return
    event.preventDefault()
    onMove(dragged, place)
    onDrag(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    onMove(place, place + by)
  }
  return (
    <li
      data-step={id}
      onDragOver={onDragOver}
      onDrop={onDrop}
      className={`rounded-card border bg-surface ${dragged === place ? 'border-edge opacity-60' : target ? 'border-dashed border-edge' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-x-1 py-2 pr-2 pl-1 sm:flex-nowrap sm:gap-x-2">
        {!fixed && (
          <Grip
            name={t('grip', { number: place + 1, title })}
            onDragStart={() => onDrag(place)}
            onDragEnd={() => onDrag(null)}
            onKeyDown={onKeyDown}
          />
        )}
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={body}
            onClick={() => onOpen(!open)}
            className={`flex w-full min-w-0 items-center gap-2.5 py-1 text-left ${fixed ? 'pl-3' : ''}`}
          >
            <span className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-sm text-muted tabular-nums">
              {place + 1}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words">{title}</span>
              {!open && reading.sentence && (
                <span className="line-clamp-2 text-sm break-words text-muted">{say(reading.sentence, locale)}</span>
              )}
            </span>
            <ProblemDot problems={problemsAt(path, problems)} />
            <Icon name="chevron" className={`size-4 shrink-0 text-faint transition-transform ${open ? 'rotate-90' : ''}`} />
          </button>
        </h3>
        {!fixed && <StepTools place={place} count={count} title={title} onMove={onMove} {...acts} />}
      </div>
      <div id={body}>{open && <StepBody path={path} rule={rule} reading={reading} late={late} fixed={fixed} />}</div>
    </li>
  )
}

function titleOf({ title }: JsonRecord, locale: string): string | null {
  const texts = isRecord(title) ? [title[locale], title.en, title.ja] : []
  return texts.find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? null
}
