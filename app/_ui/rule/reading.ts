import type { RuleReading } from '#app/_data/views.ts'

/** What the server says of a draft; nothing before its first answer. */
export type Reading = RuleReading

export const nothingRead: Reading = { issues: [], sentence: null, sentences: [], warnings: [] }

/** What stands at a path itself or below it, with the path from there on. */
export function below<T extends { path: string }>(path: string, all: readonly T[]): (T & { field: string })[] {
  return all.flatMap((one) => {
    if (one.path === path) return [{ ...one, field: '' }]
    if (path === '') return [{ ...one, field: one.path }]
    return one.path.startsWith(`${path}.`) ? [{ ...one, field: one.path.slice(path.length + 1) }] : []
  })
}

/** What is said of a field of a form or of anything within it. */
export const saidOf = <T extends { field: string }>(field: string, all: readonly T[]): T | undefined =>
  all.find((one) => one.field === field || one.field.startsWith(`${field}.`))
