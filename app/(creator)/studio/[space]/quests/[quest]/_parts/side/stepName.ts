import type { DraftView } from '#app/_data/views.ts'

/** The step that a path leads into, by its place from 0: `definition.steps.2.rule.all.0`. */
export function placeOf(path: string): number | null {
  const place = /^definition\.steps\.(\d+)(?:\.|$)/.exec(path)?.[1]
  return place === undefined ? null : Number(place)
}

/** A draft may lack and break anything. */
const member = (value: unknown, name: string | number): unknown =>
  value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[name] : undefined

/** The title of a step in the reader's language, or in the other; null while it has none. */
export function stepName({ document }: Pick<DraftView, 'document'>, place: number, locale: string): string | null {
  const title = member(member(document.definition.steps, place), 'title')
  const said = [locale, 'en', 'ja']
    .map((language) => member(title, language))
    .find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof said === 'string' ? said.slice(0, 200) : null
}

/** Steps that have a rule, by their places. */
export const stepsWithRules = ({ document: { definition } }: Pick<DraftView, 'document'>): number[] =>
  (Array.isArray(definition.steps) ? definition.steps.slice(0, 24) : []).flatMap((step, i) =>
    member(step, 'rule') === undefined ? [] : [i],
  )
