/** JSON as an author edits it. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type Group = 'all' | 'any' | 'atLeast' | 'none'

/** One check while it is written: anything may be missing or wrong. Shapes as in `server/verify/rule.ts`. */
export type Check = { kind: string; chain?: string; params: Json; window?: Json; finality?: Json; capture?: Json }
/** `n`: of `atLeast`. Ids are of this draft alone: they tell parts of it apart while they move. */
export type Part = { id: number } & ({ group: Group; n: number; of: Part[] } | { check: Check })
export type GroupPart = Extract<Part, { group: Group }>

/** A rule while it is written. `next`: the id of the next part. */
export type Draft = { root: Part; next: number }

export const isGroup = (part: Part): part is GroupPart => 'group' in part

/** A draft of a rule, or of nothing yet. What is no rule is kept as it is, as one check that the server will find wrong. */
export function toDraft(rule: Json | null): Draft {
  if (rule === null) return { root: { id: 0, group: 'all', n: 1, of: [] }, next: 1 }
  const [root, next] = readPart(rule, 0)
  return { root, next }
}

/** The part that a rule is, with ids from `next` on, and the next one after it. */
function readPart(rule: Json, next: number): [Part, number] {
  const read = (node: Json): Part => {
    const id = next++
    const { group, n, of } = groupOf(node)
    return group ? { id, group, n, of: of.map(read) } : { id, check: node as Check }
  }
  return [read(rule), next]
}

function groupOf(node: Json): { group: Group | null; n: number; of: Json[] } {
  if (node !== null && typeof node === 'object' && !Array.isArray(node)) {
    const { all, any: either, atLeast, not } = node
    if (Array.isArray(all)) return { group: 'all', n: 1, of: all }
    if (Array.isArray(either)) return { group: 'any', n: 1, of: either }
    if (not !== undefined) return { group: 'none', n: 1, of: negated(not) }
    const counted = atLeast as { n?: Json; of?: Json } | undefined
    if (Array.isArray(counted?.of)) return { group: 'atLeast', n: Number(counted.n), of: counted.of }
  }
  return { group: null, n: 1, of: [] }
}

/** Not any of several is none of them. */
function negated(node: Json): Json[] {
  const either = node !== null && typeof node === 'object' && !Array.isArray(node) ? node.any : undefined
  return Array.isArray(either) && either.length > 1 ? either : [node]
}

/** The rule that a part stands for. A group without parts is no rule; the server says so at its path. */
export function toRule(part: Part): Json {
  if (!isGroup(part)) return part.check as unknown as Json
  const of = part.of.map(toRule)
  if (part.group === 'all') return { all: of }
  if (part.group === 'any') return { any: of }
  if (part.group === 'atLeast') return { atLeast: { n: part.n, of } }
  return { not: of.length === 1 ? (of[0] ?? null) : { any: of } }
}

/** Where each part stands in the rule, as the server's paths say it (`all.0`, `not.any.1`). */
export function pathsOf(part: Part, path = ''): { id: number; path: string }[] {
  const own = [{ id: part.id, path }]
  if (!isGroup(part)) return own
  const list = { all: 'all', any: 'any', atLeast: 'atLeast', none: part.of.length === 1 ? 'not' : 'not.any' }[part.group]
  const below = (index: number) => [path, list, ...(list === 'not' ? [] : [index])].filter((segment) => segment !== '').join('.')
  return [...own, ...part.of.flatMap((child, index) => pathsOf(child, below(index)))]
}

/** Changes one part, wherever it stands. */
function replace(part: Part, id: number, change: (part: Part) => Part[]): Part[] {
  if (part.id === id) return change(part)
  return isGroup(part) ? [{ ...part, of: part.of.flatMap((child) => replace(child, id, change)) }] : [part]
}

/** The whole with one part changed; a root that would be several parts, or none, becomes a group of them. */
function edit(draft: Draft, id: number, change: (part: Part) => Part[]): Draft {
  const [root, ...more] = replace(draft.root, id, change)
  if (root && more.length === 0) return { ...draft, root: bounded(root) }
  return { root: bounded({ id: draft.next, group: 'all', n: 1, of: root ? [root, ...more] : [] }), next: draft.next + 1 }
}

/** No group asks for more of its parts than it has. */
function bounded(part: Part): Part {
  if (!isGroup(part)) return part
  return { ...part, n: Math.max(1, Math.min(part.n, Math.max(1, part.of.length))), of: part.of.map(bounded) }
}

export const find = (part: Part, id: number): Part | null =>
  part.id === id ? part : isGroup(part) ? (part.of.map((child) => find(child, id)).find((found) => found !== null) ?? null) : null

const parentOf = (part: Part, id: number): GroupPart | null => {
  if (!isGroup(part)) return null
  return part.of.some((child) => child.id === id) ? part : (part.of.map((child) => parentOf(child, id)).find((found) => found) ?? null)
}

/** Adds a check at the end of a group; to a check, by making a group of both. */
export function addCheck(draft: Draft, id: number, check: Check): Draft {
  const added: Part = { id: draft.next, check }
  const wider = { ...draft, next: draft.next + 2 }
  return edit(wider, id, (part) =>
    isGroup(part) ? [{ ...part, of: [...part.of, added] }] : [{ id: draft.next + 1, group: 'all', n: 1, of: [part, added] }],
  )
}

/** Adds a rule that was made elsewhere, a check or a group with all its parts: into a group at its end, beside a check. */
export function addRule(draft: Draft, id: number, rule: Json): Draft {
  const [added, next] = readPart(rule, draft.next)
  return edit({ ...draft, next: next + 1 }, id, (part) =>
    isGroup(part) ? [{ ...part, of: [...part.of, added] }] : [{ id: next, group: 'all', n: 1, of: [part, added] }],
  )
}

export const setCheck = (draft: Draft, id: number, check: Check): Draft => edit(draft, id, (part) => [isGroup(part) ? part : { id, check }])

export const changeGroup = (draft: Draft, id: number, group: Group, n: number): Draft =>
  edit(draft, id, (part) => [isGroup(part) ? { ...part, group, n } : part])

export const removePart = (draft: Draft, id: number): Draft => edit(draft, id, () => [])

/** Puts a group around a part. */
export const wrapPart = (draft: Draft, id: number, group: Group): Draft =>
  edit({ ...draft, next: draft.next + 1 }, id, (part) => [{ id: draft.next, group, n: 1, of: [part] }])

/** Takes a group away and leaves its parts in its place. */
export const unwrapPart = (draft: Draft, id: number): Draft =>
  edit(draft, id, (part) => (isGroup(part) && part.of.length > 0 ? part.of : [part]))

/** Moves a part among its neighbours; beyond them nothing happens. */
export function movePart(draft: Draft, id: number, by: 1 | -1): Draft {
  const parent = parentOf(draft.root, id)
  const at = parent?.of.findIndex((child) => child.id === id) ?? -1
  const [part, other] = [parent?.of[at], parent?.of[at + by]]
  if (!parent || !part || !other) return draft
  const of = parent.of.with(at, other).with(at + by, part)
  return edit(draft, parent.id, () => [{ ...parent, of }])
}

/** A copy of a part behind it. */
export function copyPart(draft: Draft, id: number): Draft {
  let next = draft.next
  const copy = (part: Part): Part => {
    const own = next++
    return isGroup(part) ? { ...part, id: own, of: part.of.map(copy) } : { id: own, check: structuredClone(part.check) }
  }
  const found = find(draft.root, id)
  if (!found) return draft
  const twin = copy(found)
  return edit({ ...draft, next }, id, (part) => [part, twin])
}

/** Whether a part can move by one among its neighbours. */
export function canMove(draft: Draft, id: number): { up: boolean; down: boolean } {
  const of = parentOf(draft.root, id)?.of ?? []
  const at = of.findIndex((child) => child.id === id)
  return { up: at > 0, down: at >= 0 && at < of.length - 1 }
}
