import type { Json } from '#app/_ui/rule/draft.ts'
import { type Document, isRecord, type JsonRecord, same } from './document.ts'

/** A part that both sides changed, each in its way. `path`: as in a document, a step by `#` and its id, because places differ between the sides. */
export type Conflict = { path: string; mine: Json | undefined; theirs: Json | undefined }
export type Side = 'mine' | 'theirs'
type Choose = (path: string) => Side | undefined

/** Parts that mean something as a whole only: half of one side's with half of the other's would be neither's. */
const whole: ReadonlySet<string> = new Set(['rule', 'cards', 'prize', 'split', 'recurrence', 'prerequisites'])

type Sides = { base: Json | undefined; mine: Json | undefined; theirs: Json | undefined }
type Merge = { choose: Choose; conflicts: Conflict[] }

/**
 * Three-way merge of a draft. A part that one side changed is taken from it; where both changed the same part in different ways, `choose` says whose is
 * taken, and without its word the part is a conflict and stays as mine. Titles are parts by language, steps by their ids.
 */
export function mergeDocuments(
  sides: { base: Document; mine: Document; theirs: Document },
  choose: Choose = () => undefined,
): { document: Document; conflicts: Conflict[] } {
  const merge: Merge = { choose, conflicts: [] }
  const { base, mine, theirs } = sides
  const merged = mergeValue(merge, '', { base: asJson(base), mine: asJson(mine), theirs: asJson(theirs) })
  return { document: merged as unknown as Document, conflicts: merge.conflicts }
}

const asJson = (document: Document) => document as unknown as Json

function mergeValue(merge: Merge, path: string, sides: Sides): Json | undefined {
  const { base, mine, theirs } = sides
  if (same(mine, theirs) || same(base, theirs)) return mine
  if (same(base, mine)) return theirs
  if (path === 'definition.steps') {
    const steps = mergeSteps(merge, sides)
    if (steps) return steps
  } else if (!whole.has(path.split('.').at(-1) ?? '') && isRecord(mine) && isRecord(theirs) && (base === undefined || isRecord(base))) {
    return mergeRecords(merge, path, { base: base ?? {}, mine, theirs })
  }
  return decide(merge, path, sides)
}

function decide({ choose, conflicts }: Merge, path: string, { mine, theirs }: Sides): Json | undefined {
  const side = choose(path)
  if (side === undefined) conflicts.push({ path, mine, theirs })
  return side === 'theirs' ? theirs : mine
}

function mergeRecords(merge: Merge, path: string, { base, mine, theirs }: Record<keyof Sides, JsonRecord>): JsonRecord {
  const merged: JsonRecord = {}
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergeValue(merge, path === '' ? name : `${path}.${name}`, { base: base[name], mine: mine[name], theirs: theirs[name] })
    if (value !== undefined) merged[name] = value
  }
  return merged
}

/** Steps by their ids; null where a side has steps that cannot be told apart, or both put the same ones into another order. */
function mergeSteps(merge: Merge, sides: Sides): Json | null {
  const base = byId(sides.base ?? [])
  const mine = byId(sides.mine ?? [])
  const theirs = byId(sides.theirs ?? [])
  if (!base || !mine || !theirs) return null
  const merged = new Map<string, Json>()
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const step = mergeValue(merge, `definition.steps.#${id}`, { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) })
    if (step !== undefined) merged.set(id, step)
  }
  const order = mergeOrder([...base.keys()], [...mine.keys()], [...theirs.keys()])
  return order?.flatMap((id) => merged.get(id) ?? []) ?? null
}

function byId(steps: Json): Map<string, JsonRecord> | null {
  if (!Array.isArray(steps)) return null
  const found = new Map<string, JsonRecord>()
  for (const step of steps) {
    if (!isRecord(step) || typeof step.id !== 'string' || found.has(step.id)) return null
    found.set(step.id, step)
  }
  return found
}

/** The order of whoever changed it, with what the other side added put behind what it stands behind there; null when both changed it. */
function mergeOrder(base: string[], mine: string[], theirs: string[]): string[] | null {
  const moved = (order: string[]) => {
    const kept = base.filter((id) => order.includes(id))
    return !same(
      order.filter((id) => base.includes(id)),
      kept,
    )
  }
  if (moved(mine) && moved(theirs) && !same(common(mine, theirs), common(theirs, mine))) return null
  const [lead, other] = moved(theirs) ? [theirs, mine] : [mine, theirs]
  const order = [...lead]
  for (const [i, id] of other.entries()) {
    if (order.includes(id)) continue
    const before = other.slice(0, i).findLast((each) => order.includes(each))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  }
  return order
}

const common = (order: string[], other: string[]) => order.filter((id) => other.includes(id))
