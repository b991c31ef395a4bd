'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Pick } from '../fields/ChoiceField.tsx'
import { Said } from '../fields/Said.tsx'
import { Section } from '../fields/Section.tsx'
import { type JsonRecord, stepsOf, withValueAt } from '../state/document.ts'
import { idOf, isBelow, useAt, useEditor } from '../state/editor.ts'
import { StepCard } from './StepCard.tsx'
import { copyOf, freshStep, mostSteps, moved } from './steps.ts'

const path = 'definition.steps'
const paths = ['definition.order'] as const

/** What members do, step by step: added, copied, removed, and moved by drag, by buttons and by keys. */
export function Steps() {
  const t = useTranslations('editor.steps')
  const { document, edit, launched, visit, problems } = useEditor()
  const steps = stepsOf(document)
  const ids = steps.map(({ id }, i) => (typeof id === 'string' && id !== '' ? id : `at-${i}`))
  const order = useAt('definition.order')
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(steps.length === 1 ? ids : []))
  const [news, setNews] = useState('')
  const [dragged, setDragged] = useState<number | null>(null)
  const focus = useRef<string | null>(null)

  const set = (next: JsonRecord[], key?: string) => edit(withValueAt(document, path, next.length === 0 ? undefined : next), key)
  const show = (id: string, shown: boolean) =>
    setOpen((before) => (shown ? new Set([...before, id]) : new Set([...before].filter((each) => each !== id))))
  const move = (from: number, to: number) => {
    if (to < 0 || to >= steps.length || from === to) return
    focus.current = ids[from] ?? null
    set(moved(steps, from, to))
    setNews(t('movedTo', { from: from + 1, to: to + 1 }))
  }
  const add = (step: JsonRecord, at: number) => {
    const id = String(step.id)
    focus.current = id
    set(steps.toSpliced(at, 0, step))
    show(id, true)
    setNews(t('added', { number: at + 1 }))
  }
  const random = () => crypto.getRandomValues(new Uint8Array(5))

  // A step that was sent to opens.
  const sent = visit && isBelow(path, visit.path) ? visit : null
  const index = sent ? Number(sent.path.split('.')[2]) : -1
  const sentTo = ids[index]
  useEffect(() => {
    if (sent && sentTo !== undefined) setOpen((before) => new Set([...before, sentTo]))
  }, [sent, sentTo])
  // The focus goes along with a step that was moved, and to one that was added.
  useEffect(() => {
    const id = focus.current
    focus.current = null
    if (id !== null) window.document.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"] [data-grip]`)?.focus()
  })

  const own = problems.filter(({ field }) => field === path)
  return (
    <Section title={t('title')} lead={t('lead')} paths={paths}>
      <ol id={idOf(path)} className="grid gap-3">
        {steps.map((step, i) => {
          const id = ids[i] ?? String(i)
          return (
            <StepCard
              key={id}
              place={i}
              count={steps.length}
              step={step}
              id={id}
              open={open.has(id)}
              onOpen={(shown) => show(id, shown)}
              fixed={launched}
              dragged={dragged}
              onDrag={setDragged}
              onMove={move}
              onCopy={() => add(copyOf(step, random()), i + 1)}
              onRemove={() => {
                set(steps.toSpliced(i, 1))
                setNews(t('removed', { number: i + 1 }))
              }}
            />
          )
        })}
      </ol>
      {steps.length === 0 && <p className="rounded-card border border-dashed border-edge px-6 py-8 text-center text-muted">{t('empty')}</p>}
      <Said id={`${idOf(path)}-said`} problems={steps.length === 0 ? own : own.filter(({ found }) => found !== 'nothing')} />
      <p className="sr-only" aria-live="polite">
        {news}
      </p>
      {!launched && (
        <Button look="quiet" className="mt-4" disabled={steps.length >= mostSteps} onClick={() => add(freshStep(random()), steps.length)}>
          {t('add')}
        </Button>
      )}
      <fieldset disabled={launched} className="mt-6 max-w-md">
        <Pick
          id={idOf('definition.order')}
          label={t('order')}
          hint={t('orderHint')}
          value={order.value}
          problems={order.problems}
          options={[
            { value: 'any', words: t('any') },
            { value: 'sequence', words: t('sequence') },
          ]}
          onPick={(next) => order.set(next)}
        />
      </fieldset>
    </Section>
  )
}
