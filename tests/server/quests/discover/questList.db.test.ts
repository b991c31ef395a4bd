import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filterNames, minuteSteps, noChain, type QuestFilter, type QuestSort, questStates } from '#server/quests/discover/filter.ts'
import type { ListPosition } from '#server/quests/discover/listQuests.ts'
import { type Site, startSite } from '#tests/support/members.ts'
import { complete, filters, fits, type Known, questWorld } from './questWorld.ts'

let site: Site
let known: Known[]
let viewer: string
let others: string[]
let filter: fc.Arbitrary<QuestFilter>
beforeAll(async () => {
  site = await startSite()
  ;({ known, viewer, others } = await questWorld(site, 60))
  filter = filters([...new Set(known.map(({ space }) => space))])
})
afterAll(() => site.drop())

const accounts = fc.boolean()
const expected = (asked: QuestFilter, signedIn: boolean) => known.filter((quest) => fits(quest, asked, { now: site.clock.ms, signedIn }))

/** All pages of a list; `between` runs after the first. */
async function walk(asked: QuestFilter, input: { sort: QuestSort; signedIn: boolean; limit: number }, between?: () => Promise<unknown>) {
  const slugs: string[] = []
  let after: ListPosition | null = null
  for (let page = 0; page < 100; page++) {
    const { items, next }: Awaited<ReturnType<Site['members']['discover']['list']>> = await site.members.discover.list({
      ...{ accountId: input.signedIn ? viewer : null, filter: asked, sort: input.sort, after, limit: input.limit },
    })
    slugs.push(...items.map(({ slug }) => slug))
    if (page === 0) await between?.()
    if (next === null) return slugs
    // As a cursor carries it.
    after = JSON.parse(JSON.stringify(next)) as ListPosition
  }
  throw new Error('a list without an end')
}

const newer = (a: Known, b: Known) => b.opensAt - a.opensAt || (a.id < b.id ? 1 : -1)
const orders: Partial<Record<QuestSort, (a: Known, b: Known) => number>> = {
  newest: newer,
  ending: (a, b) => a.closesAt - b.closesAt || (a.id < b.id ? -1 : 1),
  reward: (a, b) => Number(b.reward - a.reward) || b.points - a.points || (a.id < b.id ? 1 : -1),
  trending: (a, b) => b.recent - a.recent || newer(a, b),
}

describe('the list in SQL', () => {
  it('finds what a plain filter finds, page by page, each quest once', async () => {
    await fc.assert(
      fc.asyncProperty(
        filter,
        accounts,
        fc.constantFrom<QuestSort>('newest', 'ending', 'reward', 'trending', 'match', 'for-you'),
        fc.integer({ min: 1, max: 9 }),
        async (asked, signedIn, sort, limit) => {
          const slugs = await walk(asked, { sort, signedIn, limit })
          const fitting = expected(asked, signedIn)
          expect(slugs.toSorted()).toEqual(fitting.map(({ slug }) => slug).toSorted())
          const order = orders[sort]
          if (order) expect(slugs).toEqual(fitting.toSorted(order).map(({ slug }) => slug))
        },
      ),
      { numRuns: 150 },
    )
  }, 120_000)

  it('finds something and leaves something out for each field, so that the comparison says something', () => {
    for (const name of filterNames) {
      const values = fc.sample(filter, { numRuns: 300, seed: 1 }).flatMap((one) => (one[name] === undefined ? [] : [{ [name]: one[name] }]))
      const found = values.map((value) => expected(value, true).length)
      expect(Math.max(...found), name).toBeGreaterThan(0)
      expect(Math.min(...found), name).toBeLessThan(known.length)
    }
  })

  it('counts values as the plain filter does, each field without itself', async () => {
    await fc.assert(
      fc.asyncProperty(filter, accounts, async (asked, signedIn) => {
        const facets = await site.members.discover.facets({ accountId: signedIn ? viewer : null, filter: asked })
        const count = (change: QuestFilter) => expected({ ...asked, ...change }, signedIn).length
        const counts = <T extends string | number>(values: readonly T[], change: (value: T) => QuestFilter) =>
          Object.fromEntries(values.map((value) => [String(value), count(change(value))] as const).filter(([, found]) => found > 0))
        expect(facets.all).toBe(count({}))
        expect(facets.category).toEqual(
          counts(['defi', 'nft', 'identity', 'learn', 'social', 'infrastructure'] as const, (category) => ({ category })),
        )
        expect(facets.difficulty).toEqual(counts([1, 2, 3] as const, (difficulty) => ({ difficulty })))
        expect(facets.minutes).toEqual(counts(minuteSteps, (minutes) => ({ minutes })))
        expect(facets.chain).toEqual(counts(['eip155:31339', 'eip155:31340', 'solana:localnet', noChain], (chain) => ({ chain })))
        expect(facets.state).toEqual(counts(questStates, (state) => ({ state })))
        expect(facets.reward.paid ?? 0).toBe(count({ reward: 'paid' }))
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('stays of one instant: completions between two pages move no quest', async () => {
    const whole = await walk({}, { sort: 'trending', signedIn: false, limit: 50 })
    const last = known.find(({ slug }) => slug === whole.at(-1))
    const moved = await walk({}, { sort: 'trending', signedIn: false, limit: 7 }, async () => {
      site.clock.ms += 1000
      for (const accountId of others) await complete(site, last?.id ?? '', { accountId, at: site.clock.ms })
    })
    expect(moved).toEqual(whole)
    const now = await walk({}, { sort: 'trending', signedIn: false, limit: 50 })
    expect(now.indexOf(last?.slug ?? '')).toBeLessThan(whole.length - 1)
  })

  it('finds by its index: nothing is read row by row where words or a chain are asked for', async () => {
    const client = await site.pool.connect()
    await client.query('set enable_seqscan = off')
    const plan = async (where: string) =>
      JSON.stringify((await client.query(`explain (format json) select quest_id from quest_listings where ${where}`)).rows)
    expect(await plan(`search @@ '''swap'':*'::tsquery`)).toContain('quest_listings_search_index')
    expect(await plan(`chains @> '{eip155:31339}'`)).toContain('quest_listings_chains_index')
    client.release(true)
  })
})
