import type { ParamsOf } from '#server/verify/kinds/index.ts'
import { type Leaf, leavesOf, type Rule } from '#server/verify/rule.ts'

const formKinds = ['quiz', 'poll', 'survey', 'visit'] as const
export type FormKind = (typeof formKinds)[number]

/** The part of a step that a member hands something in for; a step has at most one: `parseDefinition` sees to that. */
export type StepForm = Extract<Leaf, { kind: FormKind }>

export const isForm = (leaf: Leaf): leaf is StepForm => formKinds.some((kind) => kind === leaf.kind)

/** The form of a step's rule; null when it has none. */
export function formOf(rule: Rule): StepForm | null {
  for (const { leaf } of leavesOf(rule)) if (isForm(leaf)) return leaf
  return null
}

/** The parameters of the form when it is of that kind; null otherwise. */
export function formParams<K extends FormKind>(rule: Rule, kind: K): ParamsOf<K> | null {
  const form = formOf(rule)
  // The kind was just compared: its parameters are of its own type.
  return form?.kind === kind ? (form.params as unknown as ParamsOf<K>) : null
}
