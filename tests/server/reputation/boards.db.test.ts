import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { credentials } from '#drizzle/schema/index.ts'
import { type BoardKey, type BoardPosition, type BoardRow, createBoardStore } from '#server/reputation/xp/boardStore.ts'
import { facetKey } from '#server/reputation/xp/facets.ts'
import { periodKeysAt } from '#server/reputation/xp/periods.ts'
import { fillBoards, mostXp } from '#server/reputation/xp/xpStore.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import {
  addAccount,
  addQuest,
  addSpace,
  newWorld,
  sealWorldBatch,
  takeWorldBack,
  type World,
  type WorldCredential,
  type WorldQuest,
} from '#tests/support/xpWorld.ts'

const first = Date.parse('2026-10-28T12:00:00Z') / 1000
const [MEMBERS, QUESTS, BATCHES] = [30, 12, 24]

let database: FreshDatabase
let world: World
let members: string[]
let quests: WorldQuest[]
/** What is minted and not taken back, and what of that is revoked since which batch. */
let minted: WorldCredential[] = []
const revoked = new Map<WorldCredential, number>()

/** The same choices in every run. */
const [chances] = fc.sample(fc.array(fc.nat(1_000_000), { minLength: 4000, maxLength: 4000, size: 'max' }), { numRuns: 1, seed: 11 })
let drawn = 0
const draw = (below: number) => (chances?.[drawn++ % 4000] ?? 0) % below

beforeAll(async () => {
  database = await freshDatabase()
  world = newWorld(database.db)
  members = []
  for (let i = 0; i < MEMBERS; i++) members.push(await addAccount(world))
  const spaces = [await addSpace(world, members[0] ?? '', 'north'), await addSpace(world, members[1] ?? '', 'south')]
  quests = []
  for (let index = 0; index < QUESTS; index++) {
    const points = [0, 50, 50, 50, 120, mostXp, mostXp + 200][draw(7)] ?? 0
    quests.push(await addQuest(world, { index, spaceId: spaces[draw(2)] ?? '', points, category: draw(4) }))
  }
  // A batch every four days: over three months and many weeks.
  for (let number = 1; number <= BATCHES; number++) await sealOne(number)
})
afterAll(() => database.drop())

/** A batch of a few mints that nobody has yet; now and then one takes an older credential back. */
async function sealOne(number: number) {
  const held = new Set(minted.map(({ account, quest }) => `${account} ${quest.index}`))
  const mints = Array.from({ length: 1 + draw(14) }, () => ({
    account: members[draw(MEMBERS)] ?? '',
    quest: quests[draw(QUESTS)] as WorldQuest,
  }))
  const fresh = mints.filter(({ account, quest }, i) => {
    const isFirst = mints.findIndex((other) => other.account === account && other.quest === quest) === i
    return isFirst && !held.has(`${account} ${quest.index}`)
  })
  const old = minted[draw(Math.max(1, minted.length))]
  const gone = draw(3) === 0 && old && !revoked.has(old) ? [old] : []
  const timestamp = first + number * 4 * 86_400
  minted.push(...(await sealWorldBatch(world, { number, timestamp, mints: fresh, revoked: gone })))
  for (const credential of gone) revoked.set(credential, number)
}

type Totals = Record<string, { xp: number; credentials: number }>

/** The boards by their definition, from what was minted and revoked. */
function naiveBoards(): Totals {
  const totals: Totals = {}
  for (const credential of minted) {
    const { account, quest, issuedAt } = credential
    const xp = revoked.has(credential) ? 0 : Math.min(quest.points, mostXp)
    if (xp === 0) continue
    for (const period of periodKeysAt(issuedAt)) {
      for (const facet of ['all', `category:${quest.category}`, `space:${quest.spaceId}`]) {
        const key = `${period} ${facet} ${account}`
        const before = totals[key] ?? { xp: 0, credentials: 0 }
        totals[key] = { xp: before.xp + xp, credentials: before.credentials + 1 }
      }
    }
  }
  return totals
}

async function storedBoards(): Promise<Totals> {
  const { rows } = await world.db.execute<{ key: string; xp: string; credentials: number }>(sql`
    select b.period || ' ' || b.facet || ' ' || t.account_id as key, t.xp, t.credentials from board_totals t join boards b on b.id = t.board`)
  return Object.fromEntries(rows.map(({ key, xp, credentials }) => [key, { xp: Number(xp), credentials }]))
}

const boardKeys = () => {
  const keys = Object.keys(naiveBoards()).map((key) => key.split(' ').slice(0, 2).join(' '))
  return [...new Set(keys)].map((key): BoardKey => ({ period: key.split(' ')[0] ?? '', facet: key.split(' ')[1] ?? '' }))
}

/** Members of a board by definition: rank = one more than how many have more. */
function naiveRanks({ period, facet }: BoardKey) {
  const all = Object.entries(naiveBoards()).flatMap(([key, total]) => {
    const [ofPeriod, ofFacet, accountId = ''] = key.split(' ')
    return ofPeriod === period && ofFacet === facet ? [{ accountId, ...total }] : []
  })
  all.sort((a, b) => b.xp - a.xp || (a.accountId < b.accountId ? -1 : 1))
  return all.map((row) => {
    const [more, asMuch] = [all.filter(({ xp }) => xp > row.xp).length, all.filter(({ xp }) => xp >= row.xp).length]
    return { ...row, rank: more + 1, sharedBy: asMuch - more, next: asMuch + 1 }
  })
}

const ranksOf = (rows: readonly BoardRow[]) =>
  rows.map(({ accountId, xp, credentials, rank, sharedBy, next }) => ({ accountId, xp, credentials, rank, sharedBy, next }))

it('moves what members have on every board with each batch', async () => {
  expect(revoked.size).toBeGreaterThan(2)
  expect(Object.keys(naiveBoards()).length).toBeGreaterThan(300)
  expect(await storedBoards()).toEqual(naiveBoards())
})

it('ranks as the definition does, page by page', async () => {
  const boards = createBoardStore(world.db)
  // All boards of all time and of months, and some of the weeks.
  const keys = boardKeys().filter(({ period }, i) => !period.startsWith('week') || i % 5 === 0)
  expect(keys.flatMap((key) => naiveRanks(key).filter(({ sharedBy }) => sharedBy > 1)).length).toBeGreaterThan(20)
  for (const key of keys) {
    const ranks = naiveRanks(key)
    expect(await boards.members(key)).toBe(ranks.length)
    for (const limit of [3, 50]) {
      const rows: BoardRow[] = []
      for (let after: BoardPosition | null = null, full = true; full; ) {
        const page: BoardRow[] = await boards.page(key, { after, limit })
        rows.push(...page)
        const last = page.at(-1)
        full = page.length === limit && last !== undefined
        after = last ? { xp: last.xp, accountId: last.accountId } : null
      }
      expect(ranksOf(rows), `${key.period} ${key.facet} by ${limit}`).toEqual(ranks)
    }
    const places = await Promise.all(members.map((member) => boards.place(key, member)))
    const expected = members.map((member) => ranks.find(({ accountId }) => accountId === member) ?? null)
    expect(places.map((place) => place && ranksOf([place])[0])).toEqual(expected)
  }
})

it('reads a page from an index in its order', async () => {
  // The board is small here, so reading all of it would be quicker: what is asked is whether it could be done without.
  const plan = await world.db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    await tx.execute(sql`set local enable_bitmapscan = off`)
    const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql`
      explain select t.account_id from board_totals t where t.board = 1 and t.xp <= 100 and (t.xp < 100 or t.account_id > gen_random_uuid())
      order by t.xp desc, t.account_id limit 50`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).not.toContain('Sort')
  expect(plan).toContain('board_totals_rank')
})

it('knows what a member has in a period, and what of it is hidden', async () => {
  const boards = createBoardStore(world.db)
  const member = minted.find((credential) => !revoked.has(credential) && credential.quest.points > 0)?.account ?? ''
  const mine = Object.entries(naiveBoards()).flatMap(([key, total]) => {
    const [period, facet = '', accountId] = key.split(' ')
    return period === 'all' && accountId === member ? [{ facet, ...total }] : []
  })
  const byFacet = (a: { facet: string }, b: { facet: string }) => (a.facet < b.facet ? -1 : 1)
  expect((await boards.totals('all', member)).toSorted(byFacet)).toEqual(mine.toSorted(byFacet))
  expect(await boards.hiddenTotals(member)).toEqual([])
  await world.db.update(credentials).set({ hidden: true })
  expect((await boards.hiddenTotals(member)).toSorted(byFacet)).toEqual(mine.toSorted(byFacet))
  await world.db.update(credentials).set({ hidden: false })
})

it('fills the boards of batches that were sealed before there were any', async () => {
  const before = await storedBoards()
  expect(await fillBoards(world.db, periodKeysAt)).toBe(false)
  await world.db.execute(sql`truncate boards, board_totals restart identity`)
  await world.db.update(credentials).set({ xp: null })
  expect(await fillBoards(world.db, periodKeysAt)).toBe(true)
  expect(await storedBoards()).toEqual(before)
})

it('gives and takes back as batches are taken back and sealed anew', async () => {
  for (const from of [20, 9, 1]) {
    await takeWorldBack(world, from)
    for (const [credential, batch] of revoked) if (batch >= from) revoked.delete(credential)
    minted = minted.filter(({ batch }) => batch < from)
    expect(await storedBoards(), `from ${from}`).toEqual(naiveBoards())
  }
  expect(await storedBoards()).toEqual({})
})

it('names the boards of facets', () => {
  expect(facetKey(null)).toBe('all')
  expect(facetKey({ category: 'nft' })).toBe('category:1')
  expect(facetKey({ space: 'x' })).toBe('space:x')
})
