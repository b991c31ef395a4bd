import type { FormField } from '#server/verify/kinds/form.ts'
import type { Json } from '../draft.ts'

/** What every control of a form gets. `value` is whatever stands there, also what a control would not write; `error` what the server says of it. */
export type ControlProps = {
  field: FormField
  label: string
  hint?: string
  value: Json | undefined
  onChange: (value: Json | undefined) => void
  /** Sets other parameters along with it, by their names: what comes with a choice. */
  onBring?: (values: { [name: string]: Json }) => void
  error: string | null
}

export const inputClass =
  'w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3 placeholder:text-faint aria-invalid:border-bad'
export const codeClass = 'font-mono text-[0.875rem]'

/** A value as the text of an input: what is no text is shown as JSON, so that nothing is lost from sight. */
export const textOf = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** A number where the text is one; otherwise the text, which the server will name. Nothing for an empty field. */
export function numberOf(text: string): Json | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed
}

export const isRecord = (value: Json | undefined): value is { [name: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** A record with one value changed or taken away; nothing where nothing is left. */
export function withValue(record: Json | undefined, name: string, value: Json | undefined): Json | undefined {
  const { [name]: _, ...others } = isRecord(record) ? record : {}
  const next = value === undefined ? others : { ...others, [name]: value }
  return Object.keys(next).length === 0 ? undefined : next
}
