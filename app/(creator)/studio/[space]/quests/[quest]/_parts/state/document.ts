import type { Json } from '#app/_ui/rule/draft.ts'

/** A quest while it is written, as the server keeps it: anything may be missing or wrong. Times are ISO 8601. */
export type Document = {
  definition: { [name: string]: Json }
  supply: Json
  opensAt: Json
  closesAt: Json
  /** What each completion brings and what it costs beside that, in the coin's smallest unit. */
  rewardPerMint: Json
  feePerMint: Json
}

export type JsonRecord = { [name: string]: Json }

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The value at a path as the server says it (`definition.steps.0.title.en`); undefined where there is none. */
export function valueAt(document: Document, path: string): Json | undefined {
  let at: Json | undefined = document as unknown as Json
  for (const name of path.split('.')) at = memberOf(at, name)
  return at
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(name)]
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** The document with another value at a path; undefined takes it away. Terms are never away but null. */
export function withValueAt(document: Document, path: string, value: Json | undefined): Document {
  const next = put(document as unknown as Json, path.split('.'), value)
  return toDocument({ definition: {}, ...(next as Partial<Document>) })
}

function put(value: Json | undefined, [name = '', ...rest]: string[], to: Json | undefined): Json {
  const inner = rest.length === 0 ? to : put(memberOf(value, name), rest, to)
  if (Array.isArray(value)) return inner === undefined ? value.toSpliced(Number(name), 1) : value.with(Number(name), inner)
  const record = isRecord(value) ? value : {}
  const { [name]: _, ...others } = record
  if (inner === undefined) return others
  return { ...record, [name]: inner }
}

/** Whether two values are the same JSON, in whatever order their members stand. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
}

export const sameDocument = (a: Document, b: Document): boolean => a === b || same(a as unknown as Json, b as unknown as Json)

/** What `studio.quests.save` takes: parts of the definition that differ, null for those that are gone, and terms that differ. */
export type Changes = {
  definition?: Record<string, Json>
  supply?: number | null
  opensAt?: string | null
  closesAt?: string | null
  rewardPerMint?: string | null
  feePerMint?: string | null
}

export function changesBetween(before: Document, after: Document): Changes {
  const names = [...new Set([...Object.keys(before.definition), ...Object.keys(after.definition)])]
  const parts = names.filter((name) => !same(before.definition[name], after.definition[name]))
  const { supply } = after
  const texts = textTerms.filter((name) => !same(before[name] ?? null, after[name] ?? null))
  return {
    ...(parts.length > 0 ? { definition: Object.fromEntries(parts.map((name) => [name, after.definition[name] ?? null])) } : {}),
    ...(same(before.supply, supply) ? {} : { supply: typeof supply === 'number' ? supply : null }),
    ...Object.fromEntries(texts.map((name) => [name, textOrNull(after[name])])),
  }
}

const textTerms = ['opensAt', 'closesAt', 'rewardPerMint', 'feePerMint'] as const
const textOrNull = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

/** The document of an answer of the server, which keeps it as JSON. */
export const toDocument = (document: {
  definition: Record<string, unknown>
  supply?: unknown
  opensAt?: unknown
  closesAt?: unknown
  rewardPerMint?: unknown
  feePerMint?: unknown
}): Document =>
  ({
    definition: document.definition,
    supply: document.supply ?? null,
    opensAt: document.opensAt ?? null,
    closesAt: document.closesAt ?? null,
    rewardPerMint: document.rewardPerMint ?? null,
    feePerMint: document.feePerMint ?? null,
  }) as Document

/** The steps as far as they are some. */
export function stepsOf({ definition: { steps } }: Document): JsonRecord[] {
  return Array.isArray(steps) ? steps.map((step) => (isRecord(step) ? step : {})) : []
}
