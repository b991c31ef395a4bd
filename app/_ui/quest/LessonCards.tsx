'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { buttonClass } from '#app/_ui/base/Button.tsx'

/** `body`: rendered on the server. */
export type LessonCard = { id: string; title: string; body: ReactNode }

type Props = {
  cards: LessonCard[]
  /** Names these cards in this browser, which remembers how far they were read. */
  place: string
}

/** The cards of a step: open while there is something to do, folded once it is done. */
export function Lesson({ done, ...props }: Props & { done: boolean }) {
  const t = useTranslations('quest.lesson')
  if (!done) return <LessonCards {...props} />
  return (
    <details className="mt-3">
      <summary className="w-fit py-1 text-[0.9375rem] text-muted underline-offset-4 hover:text-ink hover:underline">
        {t('again', { count: props.cards.length })}
      </summary>
      <LessonCards {...props} />
    </details>
  )
}

/** One card at a time, by buttons or arrow keys, at the reader's own pace. All stand in one place, so the page does not move under the reader. */
function LessonCards({ cards, place }: Props) {
  const t = useTranslations('quest.lesson')
  const [at, turnTo] = usePosition(place, cards.length)
  const position = t('position', { at: at + 1, count: cards.length })
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    turnTo(at + by)
  }
  return (
    <fieldset aria-label={t('label')} className="mt-4 min-w-0 rounded-xl bg-sunken p-4 sm:p-5" onKeyDown={onKeyDown}>
      <div className="grid">
        {cards.map(({ id, title, body }, i) => (
          <article
            key={id}
            className={`min-w-0 [grid-area:1/1] [overflow-wrap:anywhere] ${i === at ? 'animate-arrive' : 'invisible'}`}
            aria-hidden={i !== at}
          >
            <h4 className="mb-2 text-lg font-semibold tracking-tight">{title}</h4>
            {body}
          </article>
        ))}
      </div>
      {cards.length > 1 && (
        <div className="mt-5 flex items-center justify-between gap-2">
          <Turn to={at - 1} last={cards.length - 1} turnTo={turnTo} words={t('previous')} />
          <p className="text-center text-sm whitespace-nowrap text-faint" aria-live="polite">
            {position}
            <span className="sr-only">: {cards[at]?.title}</span>
          </p>
          <Turn to={at + 1} last={cards.length - 1} turnTo={turnTo} words={t('next')} />
        </div>
      )}
    </fieldset>
  )
}

type TurnProps = { to: number; last: number; turnTo: (card: number) => void; words: string }

/** Never disabled, so that at either end the focus stays where it is. */
function Turn({ to, last, turnTo, words }: TurnProps) {
  return (
    <button
      type="button"
      aria-disabled={to < 0 || to > last}
      onClick={() => turnTo(to)}
      className={buttonClass('quiet', 'small', 'aria-disabled:cursor-not-allowed aria-disabled:opacity-55')}
    >
      {words}
    </button>
  )
}

/** The card that is open; this browser remembers it where it may keep anything. */
function usePosition(place: string, count: number): [number, (card: number) => void] {
  const key = `cairn.lesson.${place}`
  const [at, setAt] = useState(0)
  useEffect(() => {
    const known = Number(read(key))
    if (Number.isInteger(known) && known > 0 && known < count) setAt(known)
  }, [key, count])
  return [
    at,
    (card) => {
      if (card < 0 || card >= count) return
      setAt(card)
      keep(key, String(card))
    },
  ]
}

// Browsers may refuse to keep anything for a site: then each visit begins at the first card.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
}
