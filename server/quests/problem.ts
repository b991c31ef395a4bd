import type * as z from 'zod'
import { CairnError } from '#server/shared/errors.ts'
import { shortly, valueAt } from '#server/shared/found.ts'

/** What does not hold in a quest: the path of the field, what was found there and what is expected. */
export type Problem = { field: string; found: string; expected: string }

export const malformed = (field: string, expected: string, found?: unknown) =>
  new CairnError('quest.malformed', `The quest does not hold at ${field}.`, {
    meta: { field, expected, ...(found === undefined ? {} : { found }) },
  })

/** Throws `quest.malformed` naming the first of them. */
export function refuseFirst([first]: readonly Problem[]): void {
  if (first) throw malformed(first.field, first.expected, first.found)
}

/** Every problem that a schema found in a value that is called `name`. */
export const problemsOf = (error: z.ZodError, value: unknown, name: string): Problem[] =>
  error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : null
    const path = [...issue.path, ...(unknown === null ? [] : [unknown])]
    return {
      field: [name, ...path].map(String).join('.').slice(0, 300),
      found: String(shortly(valueAt(value, path))),
      expected: unknown === null ? issue.message : 'no such field',
    }
  })
