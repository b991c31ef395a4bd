'use client'

import { useTranslations } from 'next-intl'
import type { Document } from '../state/document.ts'
import { stepsOf } from '../state/document.ts'
import { useEditor } from '../state/editor.ts'
import { type Problem, problemsAt } from '../state/problems.ts'
import { placesOf } from './pathWords.ts'
import { sayingOf } from './sayProblem.ts'

export function useSayProblem(): (problem: Problem) => string {
  const t = useTranslations('editor.problem')
  return (problem) => {
    const { key, values } = sayingOf(problem)
    return t(key, values)
  }
}

/** What is said of a field; `exact`: of itself alone, not of what is below it. Null when nothing is. */
export function useProblemWordsAt(): (path: string, exact?: boolean) => string | null {
  const { problems } = useEditor()
  const say = useSayProblem()
  return (path, exact = false) => {
    const [first] = problemsAt(path, problems).filter(({ field }) => !exact || field === path)
    return first ? say(first) : null
  }
}

/** Names of places in a draft: "Step 2 · Title · Japanese". */
export function useSayPlace(document: Document): (path: string) => string {
  const t = useTranslations('editor.place')
  const ids = stepsOf(document).map(({ id }) => id)
  return (path) =>
    placesOf(path, (id) => ids.indexOf(id))
      .map(({ key, n }) => t(key, n === undefined ? {} : { n }))
      .join(' · ')
}
