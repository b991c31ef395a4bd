import type { Text } from '../verdict.ts'

/** How an author enters one parameter. The studio draws each control once for all kinds. */
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
  | 'action'
  | 'amount'
  | 'integer'
  | 'integers'
  | 'seconds'
  | 'text'
  | 'bytes'
  | 'choice'
  | 'toggle'
  | 'token'
  | 'chain'
  | 'url'
  | 'json'
  | 'questions'
  | 'list'

/** `path`: where the value stands in the parameters, such as `sum.gte`. `options`: of a choice. */
export type FormField = {
  path: string
  control: Control
  label: Text
  help?: Text
  required?: boolean
  options?: readonly { value: string; label: Text }[]
}

/** What the studio shows for a kind: what it checks in a few words, its fields in order, and parameters to begin with that are valid as they stand. */
export type Form = { title: Text; summary: Text; fields: readonly FormField[]; example: { chain?: string; params: unknown } }
