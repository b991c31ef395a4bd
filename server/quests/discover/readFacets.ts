import { minuteSteps, type QuestFilter } from './filter.ts'
import type { FacetRow, QuestListStore } from './questListStore.ts'

/** How many quests there would be for each value of a field, with everything else narrowed as it is. Values without a quest are absent. */
export type Facets = {
  /** Quests that fit everything. */
  all: number
  category: Record<string, number>
  difficulty: Record<string, number>
  /** By "at most so many minutes". */
  minutes: Record<string, number>
  chain: Record<string, number>
  reward: Record<string, number>
  state: Record<string, number>
}

export async function readFacets(
  deps: { list: QuestListStore; now(): number },
  input: { accountId: string | null; filter: QuestFilter },
): Promise<Facets> {
  return toFacets(await deps.list.facets({ ...input, at: new Date(deps.now()) }))
}

/** Sorts counted values into their fields. */
export function toFacets(rows: readonly FacetRow[]): Facets {
  const of = (name: FacetRow['name']) => rows.filter((row) => row.name === name)
  const counts = (name: FacetRow['name']) => Object.fromEntries(of(name).map(({ value, count }) => [value, count]))
  const upTo = (minutes: number) => of('minutes').reduce((sum, { value, count }) => sum + (Number(value) <= minutes ? count : 0), 0)
  return {
    all: of('all')[0]?.count ?? 0,
    category: counts('category'),
    difficulty: counts('difficulty'),
    minutes: Object.fromEntries(minuteSteps.map((step) => [step, upTo(step)] as const).filter(([, count]) => count > 0)),
    chain: counts('chain'),
    reward: counts('reward'),
    state: counts('state'),
  }
}
