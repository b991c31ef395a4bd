import type { Text } from '../verdict.ts'

/**
 * How an author enters one parameter. The studio draws each control once for all kinds; `tests/server/verify/kinds/forms.test.ts` holds each to the shape of
 * the parameter. `amount`: digits, in base units. `measured`: `{ arg, gte }`. `gap`: `{ atLeast, atMost }` in seconds. `comparison`: `{ op, value }`.
 * `questions`: those of a quiz. `survey`: those of a survey. `choices`: what a vote is between. `moment`: when a state counts, of those in `options`. `words`: a text in every language. `flag`: true or not there.
 */
export type Control =
  | 'evmAddress'
  | 'evmAddresses'
  | 'solanaAddress'
  | 'solanaAddresses'
  | 'event'
  | 'function'
  | 'filters'
  | 'argument'
  | 'units'
  | 'words'
  | 'measured'
  | 'gap'
  | 'comparison'
  | 'moment'
  | 'amount'
  | 'integer'
  | 'integers'
  | 'seconds'
  | 'text'
  | 'bytes'
  | 'choice'
  | 'toggle'
  | 'flag'
  | 'token'
  | 'solanaToken'
  | 'chain'
  | 'url'
  | 'json'
  | 'questions'
  | 'survey'
  | 'choices'
  | 'list'

/**
 * `path`: where the value stands in the parameters, such as `out.event`. `options`: of a choice. `when`: only with one of these choices at that path. `rare`: not shown
 * until asked for, or said.
 */
export type FormField = {
  path: string
  control: Control
  label: Text
  help?: Text
  required?: boolean
  options?: readonly { value: string; label: Text }[]
  when?: { path: string; is: readonly string[] }
  rare?: true
}

/** What the studio shows for a kind: what it checks in a few words, its fields in order, and parameters to begin with that are valid as they stand. */
export type Form = { title: Text; summary: Text; fields: readonly FormField[]; example: { chain?: string; params: unknown } }
