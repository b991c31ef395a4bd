import type { ReactNode } from 'react'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

/** `at`: ISO 8601, when the stage was reached. */
export type StageStep = { name: string; words: ReactNode; at: string | null }

type Props = {
  steps: readonly StageStep[]
  /** Index of the last stage that is done. */
  done: number
  label: string
  now: number
  /** What the next stage says of its time. */
  left?: string | null
  upright?: boolean
}

/** Stages one after another, those that are done solid; across on wide screens unless upright. */
export function StageLine({ steps, done, label, now, left = null, upright = false }: Props) {
  return (
    <ol className={`grid text-sm ${upright ? 'gap-0' : 'grid-cols-1 gap-0 sm:auto-cols-fr sm:grid-flow-col'}`} aria-label={label}>
      {steps.map(({ name, words, at }, i) => {
        const isDone = i <= done
        const isNext = i === done + 1
        return (
          <li
            key={name}
            className={`relative flex gap-3 pb-4 last:pb-0 ${upright ? '' : 'sm:flex-col sm:gap-2 sm:pb-0'}`}
            aria-current={i === done ? 'step' : undefined}
          >
            {i > 0 && (
              <span
                aria-hidden="true"
                className={`absolute -top-4 left-[0.6875rem] h-4 w-0.5 ${isDone ? 'bg-accent' : 'bg-line'} ${upright ? '' : 'sm:top-[0.6875rem] sm:right-[calc(100%-0.125rem)] sm:left-auto sm:h-0.5 sm:w-[calc(100%-1.5rem)]'}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`grid size-6 shrink-0 place-items-center rounded-full border-2 ${isDone ? 'border-accent bg-accent text-accent-ink' : isNext ? 'animate-breathe border-accent-text' : 'border-line'}`}
            >
              {isDone && <Icon name="check" className="size-3.5" />}
            </span>
            <span className="min-w-0">
              <span className={`block font-medium ${isDone ? 'text-ink' : 'text-faint'}`}>{words}</span>
              <span className="block text-[0.8125rem] text-faint">
                {isDone && at ? <Ago at={at} now={now} /> : isNext && left !== null ? left : ' '}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
