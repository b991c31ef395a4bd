import type { ParamsOf } from '#server/verify/kinds/index.ts'
import { isOfSlot } from '#server/verify/kinds/slotCubes.ts'
import { type Leaf, leavesOf, type Rule } from '#server/verify/rule.ts'
import type { Text } from '#server/verify/verdict.ts'

const formKinds = ['quiz', 'poll', 'survey', 'visit'] as const
export type FormKind = (typeof formKinds)[number]

/** The part of a step that a member hands something in for; a step has at most one: `parseDefinition` sees to that. */
export type StepForm = Extract<Leaf, { kind: FormKind }>

export const isForm = (leaf: Leaf): leaf is StepForm => formKinds.some((kind) => kind === leaf.kind)

/** A slot on an EVM chain (CAIP-2), by its contract in lower case. */
export type SlotRef = { chain: string; rollup: string; name: Text | null }

/** The other slots whose CUBEs the rule asks for: the member adds their files. */
export function cubeSlotsOf(rule: Rule): SlotRef[] {
  return leavesOf(rule).flatMap(({ leaf }) =>
    leaf.kind === 'attestation' && isOfSlot(leaf.params) && leaf.chain !== undefined
      ? [{ chain: leaf.chain, rollup: leaf.params.slot.toLowerCase(), name: leaf.params.name ?? null }]
      : [],
  )
}

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
