import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goLive } from '#server/compose/goLive.ts'
import { scoreDeps } from '#server/compose/reputation.ts'
import { createCollection, createSeason } from '#server/quests/collections/createCollection.ts'
import { openNextPeriods } from '#server/quests/recurrence/openNextPeriods.ts'
import type { Recurrence } from '#server/quests/recurrence/recurrence.ts'
import { emptyQuest, toFields } from '#server/rollup/state/leafFields.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, sealMints, stepResult } from '#tests/support/questFixture.ts'
import { worldIssuer } from '#tests/support/xpWorld.ts'

let site: Site
let owner: string
beforeAll(async () => {
  site = await startSite({ deps: { platform: worldIssuer } })
  owner = await newAccount()
})
afterAll(() => site.drop())
beforeEach(() => at('2027-01-11T10:00:00Z'))

/** 2027-01-11 is a Monday. */
const at = (text: string) => {
  site.clock.ms = Date.parse(text)
}
const newAccount = async () => (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId
const open = () => openNextPeriods(site.members.questDeps)
const rowsOf = async (slug: string) =>
  (
    await site.pool.query(
      `select q.slug, q.period, q.status, q.slot_index as leaf, q.opens_at, q.completed from quests q
       where q.family_id = (select id from quests where slug = $1) order by q.period`,
      [slug],
    )
  ).rows
const openingOf = async (leaf: number) =>
  (await site.pool.query(`select payload from rollup_txs where key = $1`, [`openQuest:${leaf}`])).rows[0].payload
const live = async (slug: string) =>
  goLive(
    site.db,
    (await rowsOf(slug)).map(({ leaf }) => leaf),
  )

const daily = (slug: string, recurrence: Recurrence = { every: 'day', periods: 30 }) =>
  liveQuest(site, {
    accountId: owner,
    slug,
    definition: definition({ recurrence, title: { en: `Recurring ${slug}`, ja: `毎日の ${slug}` } }),
    opensAt: new Date('2027-01-11T00:00:00Z'),
    closesAt: new Date('2027-01-11T23:59:59Z'),
  })

async function complete(accountId: string, slug: string) {
  const { participationId } = await site.members.quests.start({ accountId, slug })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
}

describe('a family of quests', () => {
  it('grows by one leaf a period, ahead of time, each naming the one before', async () => {
    await daily('grows')
    expect(await open()).toBe(0)
    at('2027-01-11T18:00:00Z')
    expect(await open()).toBe(1)
    expect(await open()).toBe(0)
    const rows = await rowsOf('grows')
    expect(rows.map(({ slug, period, status }) => [slug, period, status])).toEqual([
      ['grows', 0, 'live'],
      ['grows-2', 1, 'publishing'],
    ])
    expect(rows[1].opens_at.toISOString()).toBe('2027-01-12T00:00:00.000Z')
    const first = await openingOf(rows[0].leaf)
    const second = await openingOf(rows[1].leaf)
    expect('previous' in first).toBe(false)
    expect(second).toEqual({
      ...first,
      questIndex: rows[1].leaf,
      previous: rows[0].leaf,
      opensAt: first.opensAt + 86_400,
      closesAt: first.closesAt + 86_400,
    })
    // An hour for what is completed in the last seconds to be sealed.
    expect(first.closesAt).toBe(Date.parse('2027-01-12T00:59:59Z') / 1000)
  })

  it('is opened once, however many processes try at once', async () => {
    await daily('raced')
    at('2027-01-11T20:00:00Z')
    const opened = await Promise.all(Array.from({ length: 8 }, open))
    expect(opened.reduce((sum, one) => sum + one)).toBe(1)
    expect((await rowsOf('raced')).map(({ period }) => period)).toEqual([0, 1])
  })

  it('leaves out what nobody could complete any more, and ends with its last period', async () => {
    await daily('pause', { every: 'day', periods: 6 })
    at('2027-01-15T12:00:00Z')
    await open()
    expect((await rowsOf('pause')).map(({ slug }) => slug)).toEqual(['pause', 'pause-5'])
    at('2027-01-15T19:00:00Z')
    await open()
    at('2027-01-30T12:00:00Z')
    await open()
    expect((await rowsOf('pause')).map(({ period }) => period)).toEqual([0, 4, 5])
  })

  it('rests while it or its space is delisted, and goes on with the present period when it is listed again', async () => {
    await daily('rests')
    await live('rests')
    const { rows } = await site.pool.query(`select s.slug from spaces s join quests q on q.space_id = s.id where q.slug = 'rests'`)
    const actor = { accountId: owner, role: 'moderator' as const }
    for (const subject of [
      { kind: 'quest' as const, slug: 'rests' },
      { kind: 'space' as const, slug: rows[0].slug },
    ]) {
      await site.members.platform.delist({ actor, subject, reason: { en: 'Not theirs.', ja: '本人のものではありません。' } })
      at('2027-01-11T19:00:00Z')
      await open()
      expect(await rowsOf('rests')).toHaveLength(1)
      await site.members.platform.relist({ actor, subject, note: 'done' })
    }
    at('2027-01-14T10:00:00Z')
    await open()
    expect((await rowsOf('rests')).map(({ period }) => period)).toEqual([0, 3])
  })

  it('goes on where somebody has taken the slug of a period', async () => {
    await daily('squat')
    await liveQuest(site, { accountId: await newAccount(), slug: 'squat-2' })
    at('2027-01-11T20:00:00Z')
    await open()
    const [, second] = await rowsOf('squat')
    expect(second.slug).toMatch(/^squat-2-[0-9a-f]{8}$/)
    at('2027-01-12T01:00:00Z')
    expect((await site.members.quests.bySlug({ slug: 'squat', accountId: null })).slug).toBe(second.slug)
  })

  it('does not use up what its space may create in a day', async () => {
    const space = (await site.pool.query(`select space_id as id from quests where slug = 'grows'`)).rows[0].id
    const before = await site.members.questDeps.transact((work) => work.quests.createdSince(space, new Date(0)))
    const { rowCount } = await site.pool.query('select 1 from quests where space_id = $1 and period > 0', [space])
    expect(rowCount).toBeGreaterThan(0)
    const all = await site.pool.query('select 1 from quests where space_id = $1', [space])
    expect(before).toHaveLength((all.rowCount ?? 0) - (rowCount ?? 0))
  })
})

describe('pages of a family', () => {
  it('show the present period under every slug, and lists show it once', async () => {
    await daily('shown')
    at('2027-01-11T20:00:00Z')
    await open()
    await live('shown')
    const pageOf = (slug: string) => site.members.quests.bySlug({ slug, accountId: null })
    expect(await pageOf('shown')).toMatchObject({
      slug: 'shown',
      family: { slug: 'shown', period: 0, periods: 30, nextAt: '2027-01-12T00:00:00.000Z' },
    })
    expect((await pageOf('shown-2')).slug).toBe('shown')
    const listed = async () => {
      const input = { accountId: null, filter: { q: 'recurring shown' }, after: null, limit: 100 }
      const { items } = await site.members.discover.list({ ...input, sort: 'newest' })
      const ranked = await site.members.discover.list({ ...input, sort: 'for-you' })
      expect(ranked.items.map(({ slug }) => slug)).toEqual(items.map(({ slug }) => slug))
      expect((await site.members.discover.facets({ accountId: null, filter: input.filter })).all).toBe(items.length)
      return items.map(({ slug, every }) => [slug, every])
    }
    expect(await listed()).toEqual([['shown', 'day']])
    at('2027-01-12T00:00:00Z')
    expect((await pageOf('shown')).slug).toBe('shown-2')
    expect((await pageOf('shown')).family?.slug).toBe('shown')
    expect(await listed()).toEqual([['shown-2', 'day']])
    const pages = (await site.members.quests.pages()).filter(({ path }) => path.includes('shown'))
    expect(pages.map(({ path }) => path)).toEqual(['/quests/shown'])
    const hits = await site.members.search({ q: 'recurring shown', limit: 10, viewerId: null })
    expect(JSON.stringify(hits).match(/"slug":"shown/g)).toHaveLength(1)
  })
})

describe('a member of a family', () => {
  it('earns a CUBE each period, with a streak, and none for a period that is over', async () => {
    await daily('habit')
    const member = await newAccount()
    for (let day = 11; day < 18; day++) {
      at(`2027-01-${day}T12:00:00Z`)
      await open()
      await live('habit')
      const { slug } = await site.members.quests.bySlug({ slug: 'habit', accountId: member })
      expect(slug).toBe(day === 11 ? 'habit' : `habit-${day - 10}`)
      await complete(member, slug)
      at(`2027-01-${day}T19:00:00Z`)
      await open()
    }
    const progress = () => site.members.quests.progress({ accountId: member, slug: 'habit' })
    expect((await progress()).streak).toMatchObject({ current: 7, longest: 7, repairsLeft: 1, atRisk: false })
    at('2027-01-19T09:00:00Z')
    await open()
    await live('habit')
    const { streak } = await progress()
    expect(streak).toMatchObject({ current: 7, repairsLeft: 0, atRisk: true })
    expect(streak?.stones.slice(-3)).toEqual([
      { startsAt: '2027-01-17T00:00:00.000Z', state: 'done', present: false },
      { startsAt: '2027-01-18T00:00:00.000Z', state: 'repaired', present: false },
      { startsAt: '2027-01-19T00:00:00.000Z', state: 'open', present: true },
    ])
    await expect(site.members.quests.start({ accountId: await newAccount(), slug: 'habit' })).rejects.toMatchObject({
      code: 'quest.not-open',
    })
    expect((await rowsOf('habit')).filter(({ completed }) => completed === 1)).toHaveLength(7)
  })

  it('has done it in a collection and a season with any period, once', async () => {
    await daily('grouped')
    const member = await newAccount()
    at('2027-01-11T20:00:00Z')
    await open()
    await live('grouped')
    at('2027-01-12T10:00:00Z')
    const words = { en: 'Group', ja: 'まとまり' }
    const heading = { title: words, summary: words, quests: ['grouped'] }
    const of = { accountId: owner, space: `m-${owner}` }
    await createCollection(site.members.questDeps, { ...of, collection: { slug: 'with-grouped', kind: 'path', ...heading } })
    const season = { slug: 'of-grouped', ...heading, startsAt: new Date(0), endsAt: new Date('2100-01-01T00:00:00Z') }
    await createSeason(site.members.questDeps, { ...of, season })
    const seen = async () => {
      const collection = await site.members.discover.collection({ slug: 'with-grouped', accountId: member })
      const { mine } = await site.members.discover.season({ slug: 'of-grouped', accountId: member })
      return [collection.stones.map(({ done }) => done), mine.quests]
    }
    expect(await seen()).toEqual([[false], 0])
    await complete(member, 'grouped-2')
    expect(await seen()).toEqual([[true], 1])
  })

  it('meets a prerequisite of the family with any period', async () => {
    await daily('base')
    at('2027-01-11T20:00:00Z')
    await open()
    await live('base')
    at('2027-01-12T10:00:00Z')
    const after = await liveQuest(site, { accountId: owner, definition: definition({ prerequisites: [{ kind: 'quest', quest: 'base' }] }) })
    const member = await newAccount()
    await expect(site.members.quests.start({ accountId: member, slug: after.slug })).rejects.toMatchObject({ code: 'quest.prerequisite' })
    await complete(member, 'base-2')
    await site.members.quests.start({ accountId: member, slug: after.slug })
    const later = liveQuest(site, { accountId: owner, definition: definition({ prerequisites: [{ kind: 'quest', quest: 'base-2' }] }) })
    await expect(later).rejects.toMatchObject({ code: 'quest.malformed', meta: { found: 'base-2', expected: 'a published quest' } })
  })

  it('is scored with one cap for all periods', async () => {
    // Whatever other tests completed goes into batches of its own first.
    await site.pool.query(`update rollup_txs set batch = 0 where kind = 'mint' and batch is null`)
    await daily('scored')
    const member = await newAccount()
    for (const [i, day] of [11, 12, 13].entries()) {
      at(`2027-01-${day}T12:00:00Z`)
      await open()
      await live('scored')
      const { slug } = await site.members.quests.bySlug({ slug: 'scored', accountId: member })
      await complete(member, slug)
      await sealMints(site, 100 + i, 'final')
    }
    for (const { leaf } of await rowsOf('scored')) {
      const fields = toFields({ ...emptyQuest, category: 3n, points: 300n, issuerKeyX: worldIssuer.x, issuerKeyY: worldIssuer.y })
      await site.pool.query('insert into rollup_leaves (tree, index, batch, fields) values ($1, $2, 0, $3)', [treeIds.quests, leaf, fields])
    }
    const rows = await scoreDeps({ db: site.db, now: () => site.clock.ms, platform: worldIssuer }).credentials.ofAccount(member)
    expect(new Set(rows.map(({ quest }) => quest)).size).toBe(3)
    expect(new Set(rows.map(({ family }) => family)).size).toBe(1)
    at('2027-01-16T12:00:00Z')
    const { score } = await site.members.reputation.score({ accountId: member, viewerId: null, from: 0, limit: 10 })
    expect(score).toBe(500)
  })
})
