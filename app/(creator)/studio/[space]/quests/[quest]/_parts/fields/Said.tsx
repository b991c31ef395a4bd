'use client'

import { useSayProblem } from '../problems/useProblemWords.ts'
import { isMissing, type Problem } from '../state/problems.ts'

type Props = { id: string; problems: readonly Problem[]; hint?: string | undefined; className?: string }

/** What is wrong with a field, or still missing, or else what is expected of it. */
export function Said({ id, problems: [first], hint, className = '' }: Props) {
  const say = useSayProblem()
  const tone = !first ? 'text-faint' : isMissing(first) ? 'text-accent-text' : 'text-bad'
  return (
    <p id={id} aria-live="polite" className={`mt-1 text-sm break-words empty:hidden ${tone} ${className}`}>
      {first ? say(first) : hint}
    </p>
  )
}

/** What a screen reader hears of a field: wrong, but not merely missing. */
export const isWrong = (problems: readonly Problem[]) => problems.some((problem) => !isMissing(problem))
