import type { Definition } from '#server/quests/definition.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { Days } from '../days.ts'

/** What a funnel may be split by: kind of the primary wallet, where members came from, the day they came, the chains that their passes were seen on. */
export const funnelSplits = ['wallet', 'referrer', 'ref', 'day', 'chain'] as const
export type FunnelSplit = (typeof funnelSplits)[number]

/**
 * Who is counted: all that is said must hold. `wallet`: namespace of the primary one; `referrer`, `ref`: where members came from, null for those without one;
 * `chain`: one that a pass was seen on.
 */
export type FunnelFilter = {
  wallet?: 'eip155' | 'solana' | undefined
  referrer?: string | null | undefined
  ref?: string | null | undefined
  chain?: string | undefined
}

/** How many of a group came to each stage. `steps`: who passed, by step. Views and members are counted apart: visitors have no account. */
export type PeopleCount = { connected: number; started: number; completed: number; final: number; steps: Readonly<Record<string, number>> }
export type Counted<T> = { total: T; groups: readonly { key: string | null; count: T }[] }

/**
 * A stage: `view`, `connect`, `start`, `step:<id>`, `complete`, `final`. `share`: of the stage `before`, four decimals; steps in free order, and the completion
 * after them, are shares of `start`. `count` null: nobody knows, since what the funnel is split by is not known of those yet.
 */
export type Stage = { id: string; count: number | null; before: string | null; share: number | null }

export type Funnel = Days & {
  order: Definition['order']
  /** The steps of the published version; who is on an earlier one is counted where its steps have the same ids. */
  steps: { id: string; title: Text }[]
  stages: Stage[]
  by: FunnelSplit | null
  /** Largest first, days from the newest; `key` null: without one. Of chains a member has as many as passes were seen on, so groups do not add up. */
  groups: { key: string | null; stages: Stage[] }[]
  /** What the groups leave out; null when nothing is. */
  rest: Stage[] | null
}

/** Groups that are told apart. */
export const mostGroups = 50

/** The stages before this one are not known of a group. */
const unknownOf: Readonly<Record<FunnelSplit, readonly string[]>> = {
  wallet: ['view'],
  referrer: [],
  ref: [],
  day: [],
  chain: ['view', 'connect', 'start'],
}

/** The stages that nobody knows of those whom a filter leaves. */
export const unknownTo = (filter: FunnelFilter): string[] => [
  ...new Set((['wallet', 'referrer', 'ref', 'chain'] as const).flatMap((key) => (filter[key] === undefined ? [] : unknownOf[key]))),
]

type Shape = Pick<Definition, 'order' | 'steps'>
type Group = { views: number; people: PeopleCount }

const nobody: PeopleCount = { connected: 0, started: 0, completed: 0, final: 0, steps: {} }

export function stagesOf({ order, steps }: Shape, { views, people }: Group, unknown: readonly string[] = []): Stage[] {
  const stages: Stage[] = []
  const add = (id: string, known: number, before: Stage | undefined) => {
    const count = unknown.includes(id) ? null : known
    const whole = before?.count ?? null
    const share = count === null || whole === null || whole === 0 ? null : Math.round((count / whole) * 10_000) / 10_000
    stages.push({ id, count, before: before?.id ?? null, share })
    return stages.at(-1)
  }
  const start = add('start', people.started, add('connect', people.connected, add('view', views, undefined)))
  let last = start
  for (const { id } of steps) {
    const step = add(`step:${id}`, people.steps[id] ?? 0, last)
    if (order === 'sequence') last = step
  }
  add('final', people.final, add('complete', people.completed, last))
  return stages
}

/** The groups of a funnel, largest first, and what is left over. */
export function groupsOf(
  shape: Shape,
  by: FunnelSplit,
  { views, people, unknown: others = [] }: { views: Counted<number>; people: Counted<PeopleCount>; unknown?: readonly string[] },
): Pick<Funnel, 'groups' | 'rest'> {
  const groups = new Map<string | null, Group>()
  for (const { key, count } of people.groups) groups.set(key, { views: 0, people: count })
  for (const { key, count } of views.groups) groups.set(key, { people: groups.get(key)?.people ?? nobody, views: count })
  const sorted = [...groups].sort(by === 'day' ? newest : largest)
  const kept = by === 'day' ? sorted : sorted.slice(0, mostGroups)
  const unknown = [...unknownOf[by], ...others]
  const rest = kept.reduce((left, [, group]) => without(left, group), { views: views.total, people: people.total })
  const isLeft = by !== 'chain' && (rest.people.connected > 0 || (rest.views > 0 && !unknown.includes('view')))
  return {
    groups: kept.map(([key, group]) => ({ key, stages: stagesOf(shape, group, unknown) })),
    rest: isLeft ? stagesOf(shape, rest, unknown) : null,
  }
}

type Entry = [string | null, Group]
const newest = ([a]: Entry, [b]: Entry) => ((a ?? '') < (b ?? '') ? 1 : -1)
const largest = ([a, one]: Entry, [b, other]: Entry) =>
  other.people.connected - one.people.connected || other.views - one.views || ((a ?? '') < (b ?? '') ? -1 : 1)

function without(all: Group, part: Group): Group {
  const { connected, started, completed, final, steps } = part.people
  return {
    views: all.views - part.views,
    people: {
      connected: all.people.connected - connected,
      started: all.people.started - started,
      completed: all.people.completed - completed,
      final: all.people.final - final,
      steps: Object.fromEntries(Object.entries(all.people.steps).map(([id, count]) => [id, count - (steps[id] ?? 0)])),
    },
  }
}
