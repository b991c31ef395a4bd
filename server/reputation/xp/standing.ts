import type { ChainCount, QuestChains } from '../questChainsStore.ts'
import type { Flag, Signal } from '../sybil/clusters.ts'
import type { AccountTotal, BoardStore } from './boardStore.ts'
import { type Category, readFacet } from './facets.ts'
import { type Level, levelAt } from './levels.ts'

export type StandingDeps = {
  boards: BoardStore
  chains: QuestChains
  clusterOf(accountId: string): Promise<{ flag: Flag; signals: Signal[] } | null>
}

export type Share = { xp: number; credentials: number }

/**
 * Where a member stands: XP of all time with its level and rank, and what it is made of. For others than the holder, what the holder hides is in the totals
 * and in `hidden`, but in no category, space or chain.
 */
export type Standing = Share &
  Level & {
    /** Null without XP. `members`: how many have any. */
    rank: { rank: number; sharedBy: number; members: number } | null
    categories: (Share & { category: Category })[]
    spaces: (Share & { slug: string; name: string })[]
    chains: ChainCount[]
    hidden: Share
    /** A cluster of accounts that look like one person's. Its reasons are for its members. */
    cluster: { flag: Flag; signals: Signal[] } | null
  }

/** Spaces that are listed; the rest is in the totals. */
const mostSpaces = 50
const all = { period: 'all', facet: 'all' }

export async function readStanding(deps: StandingDeps, input: { accountId: string; viewerId: string | null }): Promise<Standing> {
  const { accountId, viewerId } = input
  const own = viewerId === accountId
  const [place, members, totals, hiddenTotals, chains, cluster] = await Promise.all([
    deps.boards.place(all, accountId),
    deps.boards.members(all),
    deps.boards.totals(all.period, accountId),
    deps.boards.hiddenTotals(accountId),
    deps.chains.ofAccount(accountId, viewerId),
    deps.clusterOf(accountId),
  ])
  const shown = own ? totals : without(totals, hiddenTotals)
  const categories = shown.flatMap(({ facet, ...share }) => {
    const read = readFacet(facet)
    return read && 'category' in read ? [{ ...read, ...share }] : []
  })
  const inSpaces = shown.flatMap(({ facet, ...share }) => {
    const read = readFacet(facet)
    return read && 'space' in read ? [{ ...read, ...share }] : []
  })
  const most = inSpaces.sort(byXp).slice(0, mostSpaces)
  const names = new Map((await deps.boards.spaces(most.map(({ space }) => space))).map((space) => [space.id, space]))
  const xp = place?.xp ?? 0
  return {
    ...{ xp, credentials: place?.credentials ?? 0 },
    ...levelAt(xp),
    rank: place && { rank: place.rank, sharedBy: place.sharedBy, members },
    categories: categories.sort(byXp),
    spaces: most.flatMap(({ space: id, ...share }) => {
      const space = names.get(id)
      return space ? [{ slug: space.slug, name: space.name, ...share }] : []
    }),
    chains,
    hidden: shareOf(hiddenTotals),
    cluster: cluster && { flag: cluster.flag, signals: own ? cluster.signals : [] },
  }
}

/** Totals less those of the same facet; what nothing is left of is gone. */
function without(totals: readonly AccountTotal[], less: readonly AccountTotal[]): AccountTotal[] {
  const taken = new Map(less.map((total) => [total.facet, total]))
  return totals
    .map(({ facet, xp, credentials }) => {
      const { xp: lessXp = 0, credentials: fewer = 0 } = taken.get(facet) ?? {}
      return { facet, xp: xp - lessXp, credentials: credentials - fewer }
    })
    .filter(({ credentials }) => credentials > 0)
}

function shareOf(totals: readonly AccountTotal[]): Share {
  const { xp = 0, credentials = 0 } = totals.find(({ facet }) => facet === 'all') ?? {}
  return { xp, credentials }
}

const byXp = (a: Share, b: Share) => b.xp - a.xp || b.credentials - a.credentials
