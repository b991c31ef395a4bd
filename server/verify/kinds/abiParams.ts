import * as z from 'zod'
import { type Components, parameterAt } from './abi.ts'
import { text, unit } from './fields.ts'
import { type Filter, familyOf, filter, filterProblem } from './filters.ts'

/** What a member did, for sentences: `{ en: 'swapped', ja: 'スワップ' }` (past tense; a noun that takes する). */
export const action = text
/** How integer arguments are written for people, by their path. */
export const units = z.record(z.string().max(200), unit)
export const where = z.array(filter).min(1).max(16)

export type Refuse = (path: (string | number)[], message: string) => void

/** Says what is wrong with parameters from within zod's `check`. */
export function refuser(context: { value: unknown; issues: z.core.$ZodRawIssue[] }): Refuse {
  return (path, message) => context.issues.push({ code: 'custom', input: context.value, path, message })
}

export function checkFilters(filters: readonly Filter[] | undefined, inputs: Components, refuse: Refuse) {
  for (const [index, condition] of (filters ?? []).entries()) {
    const problem = filterProblem(condition, inputs)
    if (problem) refuse(['where', index, ...problem.path], problem.message)
  }
}

export function checkUnits(declared: Readonly<Record<string, unknown>> | undefined, inputs: Components, refuse: Refuse) {
  for (const arg of Object.keys(declared ?? {}))
    if (familyOf(parameterAt(inputs, arg)?.type ?? '') !== 'int') refuse(['units', arg], 'no integer argument of that name')
}
