import { base58 } from '@scure/base'
import { isReference } from '../captures.ts'
import { type Components, parameterAt } from './abi.ts'
import type { Refuse } from './abiParams.ts'
import type { Checked } from './conditions.ts'
import { type Actor, type Filter, filterProblem, meets } from './filters.ts'
import { shortHex } from './wording.ts'

/** Filters on values that Solana programs write: all as on EVM, and public keys, which are compared as they are (base58 knows upper and lower case). */
export function checkSolanaFilters(filters: readonly Filter[] | undefined, inputs: Components, refuse: Refuse) {
  for (const [index, condition] of (filters ?? []).entries()) {
    const problem = filterProblem(condition, inputs) ?? (isKey(condition, inputs) ? keyProblem(condition) : null)
    if (problem) refuse(['where', index, ...problem.path], problem.message)
  }
}

/** Every condition on one decoded instruction or account. What failed is given as sentences show it. */
export function checkSolana(where: readonly Filter[], decoded: { inputs: Components; args: unknown }, actor: Actor): Checked {
  const results = where.map((condition) => ({
    condition,
    ...meets(isKey(condition, decoded.inputs) ? literal(condition, actor) : condition, decoded, actor),
  }))
  const failed = results.find(({ ok }) => !ok)
  if (!failed) return { ok: true }
  const [got] = failed.got
  return {
    ok: false,
    failed: readable(failed.condition, decoded.inputs),
    got: isKey(failed.condition, decoded.inputs) && typeof got === 'string' ? shortHex(got) : got,
    met: results.filter(({ ok }) => ok).length,
  }
}

/** The condition with public keys cut short; any other condition is the very same. */
export function readable(condition: Filter, inputs: Components): Filter {
  if (!isKey(condition, inputs)) return condition
  const cut = (item: string) => (item.startsWith('$') ? item : shortHex(item))
  const { value } = condition
  return { ...condition, value: Array.isArray(value) ? value.map(cut) : typeof value === 'string' ? cut(value) : value }
}

export const isPublicKey = (text: string): boolean => {
  try {
    return base58.decode(text).length === 32
  } catch {
    return false
  }
}

/** The keys that an operand stands for. */
export function keysOf(wanted: string | readonly string[], { account, linked }: Actor): string[] {
  return [wanted].flat().flatMap((item) => (item === '$account' ? [account] : item === '$linked' ? [...linked] : [item]))
}

const isKey = ({ arg }: Filter, inputs: Components) => {
  const parameter = parameterAt(inputs, arg)
  return parameter?.type === 'string' && 'internalType' in parameter && parameter.internalType === 'pubkey'
}

function keyProblem({ op, value }: Filter) {
  if (!['eq', 'ne', 'in', 'notIn'].includes(op)) return { path: ['op'], message: 'not possible on a public key' }
  const bad = [value].flat().some((item) => typeof item !== 'string' || !isKeyOperand(item))
  return bad ? { path: ['value'], message: 'a base58 public key, $account or $linked expected' } : null
}

const isKeyOperand = (item: string) => item === '$account' || item === '$linked' || isReference(item) || isPublicKey(item)

/** The same condition with `$account` and `$linked` replaced by the keys they stand for: a comparison of texts like any other. */
function literal(condition: Filter, actor: Actor): Filter {
  const { op, value } = condition
  if (typeof value === 'boolean') return condition
  const negative = op === 'ne' || op === 'notIn'
  return { ...condition, op: negative ? 'notIn' : 'in', value: keysOf(value, actor) }
}
