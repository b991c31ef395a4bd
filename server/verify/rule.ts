import * as z from 'zod'
import type { Namespace } from '#chains/chain.ts'
import { findChain } from '#chains/registry.ts'
import { CairnError } from '#server/shared/errors.ts'
import { shortly, valueAt } from '#server/shared/found.ts'
import { type Components, parameterAt } from './kinds/abi.ts'
import { type KindId, kindIds, kindOf, namespaceOf, type ParamsOf } from './kinds/index.ts'

/** CAIP-2 chain id, such as `eip155:1` or `solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp`. */
export const chainId = z.string().regex(/^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$/)

const time = z.iso.datetime({ offset: true })
const block = z.strictObject({ block: z.string().regex(/^(0|[1-9][0-9]{0,18})$/) })

/**
 * When an action counts. Times are ISO 8601 with an offset, or `quest-start` / `joined` / `quest-end`; blocks by number. A missing bound is open.
 */
export const window = z.strictObject({
  from: z.union([time, z.literal('quest-start'), z.literal('joined'), block]).optional(),
  to: z.union([time, z.literal('quest-end'), block]).optional(),
})
export type Window = z.infer<typeof window>

export const finality = z.enum(['latest', 'safe', 'finalized'])

/** Values that later steps of the quest may use as `$prev.name`: name → path among the kind's arguments, such as `{ position: 'tokenId' }`. */
export const capture = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,31}$/), z.string().min(1).max(200))
  .refine((names) => Object.keys(names).length <= 8, 'at most 8 values')

/** One check of one kind. `chain` is absent for kinds that read no chain. Default finality: `finalized`. */
export type LeafOf<K extends KindId> = {
  kind: K
  chain?: string | undefined
  params: ParamsOf<K>
  window?: Window | undefined
  finality?: z.infer<typeof finality> | undefined
  capture?: z.infer<typeof capture> | undefined
}
export type Leaf = { [K in KindId]: LeafOf<K> }[KindId]

/** A rule is data: a tree of combinators over leaves, across chains. */
export type Rule = { all: Rule[] } | { any: Rule[] } | { atLeast: { n: number; of: Rule[] } } | { not: Rule } | Leaf

export const ruleLimits = { depth: 8, nodes: 64 } as const

export type RuleIssue = { path: (string | number)[]; message: string; found: unknown }

/** Reads a rule tree from untrusted JSON: either the rule, or every field that is wrong with its path. Depth is refused before it is walked. */
export function readRule(input: unknown): { rule: Rule } | { issues: RuleIssue[] } {
  const reading: Reading = { issues: [], nodes: 0 }
  const rule = readNode(input, [], 1, reading)
  return rule && reading.issues.length === 0 ? { rule } : { issues: reading.issues }
}

/** The rule, or `quest.malformed` naming the first bad field. */
export function parseRule(input: unknown): Rule {
  const read = readRule(input)
  if ('rule' in read) return read.rule
  const [first] = read.issues
  const field = first?.path.join('.') || 'rule'
  throw new CairnError('quest.malformed', `${field}: ${first?.message}`, { meta: { field, found: first?.found, expected: first?.message } })
}

/** The same as a zod schema, to stand inside a quest definition: issues carry the whole path. */
export const ruleSchema = z.unknown().transform((input, context): Rule => {
  const read = readRule(input)
  if ('rule' in read) return read.rule
  for (const { path, message } of read.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

type Path = (string | number)[]
type Reading = { issues: RuleIssue[]; nodes: number }

function readNode(input: unknown, path: Path, depth: number, reading: Reading): Rule | null {
  const refuse = (message: string, at: Path = path, found: unknown = shortly(input)) => {
    reading.issues.push({ path: at, message, found })
    return null
  }
  if (depth > ruleLimits.depth) return refuse(`a rule has at most ${ruleLimits.depth} levels`)
  if (++reading.nodes > ruleLimits.nodes)
    return reading.nodes === ruleLimits.nodes + 1 ? refuse(`a rule has at most ${ruleLimits.nodes} nodes`) : null
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return refuse('a rule node is an object')
  const keys = Object.keys(input)
  const node = input as Record<string, unknown>
  if (keys.includes('kind')) return readLeaf(node, path, reading)
  const [key, ...others] = keys
  if (others.length > 0) return refuse('a combinator has exactly one key', [...path, others[0] ?? ''])
  if (key === 'all') return wrap(readList(node.all, [...path, key], depth, reading), (all) => ({ all }))
  if (key === 'any') return wrap(readList(node.any, [...path, key], depth, reading), (any) => ({ any }))
  if (key === 'not') return wrap(readNode(node.not, [...path, key], depth + 1, reading), (not) => ({ not }))
  if (key === 'atLeast') return readAtLeast(node.atLeast, [...path, key], depth, reading)
  return refuse('a leaf with `kind`, or one of all, any, atLeast, not is expected')
}

const wrap = <T>(value: T | null, make: (value: T) => Rule): Rule | null => (value === null ? null : make(value))

function readList(input: unknown, path: Path, depth: number, reading: Reading): Rule[] | null {
  if (!Array.isArray(input) || input.length === 0) {
    reading.issues.push({ path, message: 'a list of at least one rule is expected', found: shortly(input) })
    return null
  }
  const rules: Rule[] = []
  for (const [index, item] of input.entries()) {
    const rule = readNode(item, [...path, index], depth + 1, reading)
    if (rule) rules.push(rule)
    if (reading.nodes > ruleLimits.nodes) return null
  }
  return rules.length === input.length ? rules : null
}

const atLeastShape = z.strictObject({ n: z.int().min(1), of: z.array(z.unknown()).min(1) })

function readAtLeast(input: unknown, path: Path, depth: number, reading: Reading): Rule | null {
  const shape = atLeastShape.safeParse(input)
  if (!shape.success) return report(shape.error, input, path, reading)
  const { n } = shape.data
  if (n > shape.data.of.length) {
    reading.issues.push({ path: [...path, 'n'], message: 'more than there are rules', found: n })
    return null
  }
  return wrap(readList(shape.data.of, [...path, 'of'], depth, reading), (of) => ({ atLeast: { n, of } }))
}

const leafShape = z.strictObject({
  kind: z.enum(kindIds),
  chain: chainId.optional(),
  params: z.unknown(),
  window: window.optional(),
  finality: finality.optional(),
  capture: capture.optional(),
})

function readLeaf(input: Record<string, unknown>, path: Path, reading: Reading): Rule | null {
  const shape = leafShape.safeParse(input)
  if (!shape.success) return report(shape.error, input, path, reading)
  return readParams(shape.data, path, reading)
}

function readParams<K extends KindId>(
  leaf: { kind: K } & Omit<z.infer<typeof leafShape>, 'kind'>,
  path: Path,
  reading: Reading,
): Rule | null {
  const { kind, chain, capture: captured } = leaf
  const refuse = (at: string, message: string, found: unknown) => {
    reading.issues.push({ path: [...path, at], message, found })
    return null
  }
  const params = kindOf(kind).params.safeParse(leaf.params)
  if (!params.success) return report(params.error, leaf.params, [...path, 'params'], reading)
  const wrongChain = chainProblem(namespaceOf(kind, params.data), chain)
  if (wrongChain) return refuse('chain', wrongChain, chain ?? 'nothing')
  const wrongCapture = captureProblem(captured, kindOf(kind).captures?.(params.data))
  if (wrongCapture) return refuse('capture', wrongCapture, shortly(captured))
  // The parameters are those of this very kind: its schema has just read them.
  return { ...leaf, params: params.data } as unknown as Leaf
}

function captureProblem(captured: z.infer<typeof capture> | undefined, inputs: Components | undefined): string | null {
  if (captured === undefined) return null
  if (!inputs) return 'this kind has no values to capture'
  const wrong = Object.values(captured).find((argument) => parameterAt(inputs, argument) === null)
  return wrong === undefined ? null : `no such argument: ${wrong}`
}

function chainProblem(namespace: Namespace | null, chain: string | undefined): string | null {
  if (namespace === null) return chain === undefined ? null : 'this kind reads no chain'
  const known = chain === undefined ? undefined : findChain(chain)
  if (!known) return 'a chain of the registry is expected'
  return known.namespace === namespace ? null : `a chain of namespace ${namespace} is expected`
}

function report(error: z.ZodError, input: unknown, path: Path, reading: Reading): null {
  for (const issue of error.issues) {
    const own = issue.path.filter((segment) => typeof segment !== 'symbol')
    const extra = issue.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : []
    reading.issues.push({ path: [...path, ...own, ...extra], message: issue.message, found: shortly(valueAt(input, own)) })
  }
  return null
}

/** Every leaf in order, with its path (`all.0`, `any.1.not` …). */
export function leavesOf(rule: Rule, path = ''): { leaf: Leaf; path: string }[] {
  const at = (segment: string | number) => (path === '' ? `${segment}` : `${path}.${segment}`)
  if ('kind' in rule) return [{ leaf: rule, path }]
  if ('all' in rule) return rule.all.flatMap((child, index) => leavesOf(child, at(`all.${index}`)))
  if ('any' in rule) return rule.any.flatMap((child, index) => leavesOf(child, at(`any.${index}`)))
  if ('not' in rule) return leavesOf(rule.not, at('not'))
  return rule.atLeast.of.flatMap((child, index) => leavesOf(child, at(`atLeast.${index}`)))
}

/** CAIP-2 ids of every chain that the rule reads, without repeats. */
export function chainsOf(rule: Rule): string[] {
  return [...new Set(leavesOf(rule).flatMap(({ leaf }) => chainsOfLeaf(leaf)))]
}

function chainsOfLeaf<K extends KindId>(leaf: LeafOf<K>): string[] {
  const own = leaf.chain === undefined ? [] : [leaf.chain]
  return [...own, ...(kindOf(leaf.kind).chains?.(leaf.params) ?? [])]
}
