import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Leaderboard } from '#server/api/types.ts'
import { readCsv } from '#server/quests/lists/readCsv.ts'
import { keepClusters } from '#server/reputation/sybil/clusterStore.ts'
import { clusterId } from '#server/reputation/sybil/clusters.ts'
import { sybilV1 } from '#server/reputation/sybil/policy.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { addAccount, addQuest, addSpace, newWorld, sealWorldBatch, type WorldQuest, worldIssuer } from '#tests/support/xpWorld.ts'

type Page = Leaderboard & { nextCursor: string | null }

let site: Site
let browser: Browser
let me: string
let others: string[]
let quests: WorldQuest[]
const at = (time: string) => Date.parse(time) / 1000

beforeAll(async () => {
  site = await startSite({ deps: { platform: worldIssuer } })
  browser = new Browser(site)
  me = (await browser.signIn(evmWallet())).accountId
  const world = { ...newWorld(site.db), accounts: 100 }
  others = []
  for (let i = 0; i < 5; i++) others.push(await addAccount(world, `member-${i}`))
  const spaces = [await addSpace(world, me, 'north'), await addSpace(world, me, 'south')]
  quests = []
  for (const [index, { points, category, space }] of [
    { points: 100, category: 0, space: 0 },
    { points: 100, category: 1, space: 1 },
    { points: 40, category: 0, space: 1 },
  ].entries())
    quests.push(await addQuest(world, { index, points, category, spaceId: spaces[space] ?? '' }))
  const mint = (account: string | undefined, quest: number) => ({ account: account ?? '', quest: quests[quest] as WorldQuest })
  // Long ago, then within the month, then within the week of the clock.
  await sealWorldBatch(world, { number: 1, timestamp: at('2026-03-03T00:00:00Z'), mints: others.map((account) => mint(account, 0)) })
  await sealWorldBatch(world, { number: 2, timestamp: at('2026-11-03T00:00:00Z'), mints: [mint(others[0], 1), mint(others[1], 1)] })
  await sealWorldBatch(world, { number: 3, timestamp: at('2026-11-25T00:00:00Z'), mints: [mint(others[2], 2), mint(me, 2)] })
  site.clock.ms = Date.parse('2026-11-28T12:00:00Z')
})
afterAll(() => site.drop())

const read = async (input: object = {}, by = browser) => dataOf<Page>(await by.query('reputation.leaderboard', input))
const csv = (query: string, by = browser) => by.send('csv', `/api/csv/${query}`)
const shape = ({ entries }: Page) => entries.map(({ rank, sharedBy, next, xp }) => [rank, sharedBy, next, xp])

describe('a leaderboard', () => {
  it('shares ranks, says the next, and always has the own row', async () => {
    const all = await read()
    expect(shape(all)).toEqual([
      [1, 2, 3, 200],
      [1, 2, 3, 200],
      [3, 1, 4, 140],
      [4, 2, 6, 100],
      [4, 2, 6, 100],
      [6, 1, 7, 40],
    ])
    expect(all).toMatchObject({ members: 6, period: { kind: 'all', from: null, to: null }, nextCursor: null })
    expect(all.mine).toMatchObject({ rank: 6, xp: 40, level: 1, account: { id: me } })
    expect((await read({ limit: 2 })).mine).toEqual(all.mine)
    expect((await read({}, new Browser(site))).mine).toBeNull()
  })

  it('goes on page by page to the same rows', async () => {
    const rows = []
    for (let cursor: string | null = null, more = true; more; ) {
      const page: Page = await read({ limit: 1, cursor })
      rows.push(...page.entries)
      cursor = page.nextCursor
      more = cursor !== null
    }
    expect(rows).toEqual((await read()).entries)
  })

  it('is of a period, a category or a space', async () => {
    const month = await read({ period: 'month' })
    expect(shape(month).map(([rank, , , xp]) => [rank, xp])).toEqual([
      [1, 100],
      [1, 100],
      [3, 40],
      [3, 40],
    ])
    expect(month.period).toEqual({ kind: 'month', from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' })
    expect(shape(await read({ period: 'week' }))).toEqual([
      [1, 2, 3, 40],
      [1, 2, 3, 40],
    ])
    expect((await read({ category: 'nft' })).entries.map(({ account }) => account.handle).toSorted()).toEqual(['member-0', 'member-1'])
    const south = await read({ space: 'south' })
    expect(south).toMatchObject({ members: 4, space: { slug: 'south', name: 'Space south' }, mine: { rank: 3 } })
    expect(await read({ period: 'week', category: 'nft' })).toMatchObject({ members: 0, entries: [], mine: null })
  })

  it('shows a flagged cluster, and moves nobody', async () => {
    const before = await read()
    const accounts = others.slice(0, 3).toSorted()
    const signals = [{ code: 'shared-wallet' as const, strength: 70, text: { en: 'One wallet.', ja: '同じウォレット。' }, evidence: [] }]
    const cluster = { clusterId: clusterId(accounts), accounts, signals, flag: 'flagged' as const }
    await keepClusters(site.db, { policyHash: sybilV1.hash, clusters: [cluster] })
    const after = await read()
    expect(
      after.entries
        .filter(({ flagged }) => flagged)
        .map(({ account }) => account.id)
        .toSorted(),
    ).toEqual(accounts)
    expect(after.entries.map((entry) => ({ ...entry, flagged: false }))).toEqual(before.entries)
    const standing = (viewerId: string | null) => site.members.reputation.standing({ accountId: accounts[0] ?? '', viewerId })
    expect((await standing(null)).cluster).toEqual({ flag: 'flagged', signals: [] })
    expect((await standing(accounts[0] ?? '')).cluster).toEqual({ flag: 'flagged', signals })
    await keepClusters(site.db, { policyHash: sybilV1.hash, clusters: [{ ...cluster, flag: 'watch' }] })
    expect((await read()).entries).toEqual(before.entries)
  })

  it('is saved as CSV, all of it', async () => {
    const { status, headers, body } = await csv('leaderboard?space=south', new Browser(site))
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe('attachment; filename="cairn-leaderboard-all-south-2026-11-28.csv"')
    const [header, ...rows] = readCsv(String(body)).map(({ fields }) => fields)
    expect(header?.slice(0, 4)).toEqual(['rank', 'shared_by', 'account', 'handle'])
    const { entries } = await read({ space: 'south' })
    expect(rows.map(([rank, sharedBy, account]) => [rank, sharedBy, account])).toEqual(
      entries.map(({ rank, sharedBy, account }) => [String(rank), String(sharedBy), account.id]),
    )
  })
})

runBadInputs('tests/server/reputation/leaderboard.db.test.ts', {
  LB02: () => browser.query('reputation.leaderboard', { period: 'year' }),
  'LB02-proto': () => browser.query('reputation.leaderboard', { period: '__proto__' }),
  LB04: () => browser.query('reputation.leaderboard', { category: 'toString' }),
  LB06: () => browser.query('reputation.leaderboard', { category: 'defi', space: 'north' }),
  LB08: () => browser.query('reputation.leaderboard', { space: 'nowhere' }),
  'LB08-shape': () => browser.query('reputation.leaderboard', { space: "'; drop table boards; --" }),
  async LB10() {
    const { nextCursor } = await read({ limit: 1 })
    return browser.query('reputation.leaderboard', { period: 'month', cursor: nextCursor })
  },
  LB12: () => browser.query('reputation.leaderboard', { limit: 51 }),
  'CS02-anonymous': () => csv('credentials', new Browser(site)),
  CS04: () => csv('accounts'),
  CS06: () => csv('leaderboard?period=all&order=xp'),
  'CS06-other': () => csv(`credentials?accountId=${others[0]}`),
  CS08: () => browser.send('csv', '/api/csv/credentials', { method: 'POST' }),
  CS10: () => csv('leaderboard?category=defi&space=north'),
})
