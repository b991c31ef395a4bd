import type { FunnelView } from '#app/_data/studio/insights.ts'

/** Who came on a day, and how far those got by now. */
export type Cohort = { day: string; came: number; started: number; completed: number; final: number }

const dayMs = 86_400_000

/** Every day of a funnel that is split by day, oldest first, quiet ones too. Null when nobody knows who came: under a filter by chain. */
export function cohortsOf({ from, to, groups }: Pick<FunnelView, 'from' | 'to' | 'groups'>): Cohort[] | null {
  const count = ({ stages }: FunnelView['groups'][number], id: string) => stages.find((stage) => stage.id === id)?.count
  if (groups.some((group) => count(group, 'connect') === null)) return null
  const known = new Map(groups.map((group) => [group.key, group]))
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1
  return Array.from({ length: days }, (_, i) => {
    const day = new Date(Date.parse(from) + i * dayMs).toISOString().slice(0, 10)
    const group = known.get(day)
    const of = (id: string) => (group ? (count(group, id) ?? 0) : 0)
    return { day, came: of('connect'), started: of('start'), completed: of('complete'), final: of('final') }
  })
}
