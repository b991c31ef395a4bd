import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCollection, createSeason } from '#server/quests/collections/createCollection.ts'
import { listPublished } from '#server/quests/discover/listPublished.ts'
import { Browser, dataOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, stepResult } from '#tests/support/questFixture.ts'

let site: Site
let owner: Browser
let ownerId: string
beforeAll(async () => {
  site = await startSite()
  owner = new Browser(site)
  ownerId = (await owner.signIn(evmWallet())).accountId
  for (const slug of ['first', 'second', 'third']) await liveQuest(site, { accountId: ownerId, slug })
  const easy = definition({ steps: definition().steps.slice(0, 1), category: 'defi' })
  await liveQuest(site, { accountId: ownerId, slug: 'no-chain', definition: easy })
})
afterAll(() => site.drop())

const both = (text: string) => ({ en: text, ja: `${text}。` })
const home = async (browser = new Browser(site)) =>
  dataOf<Awaited<ReturnType<Site['members']['discover']['home']>>>(await browser.query('discover.home'))

/** A member who passed some steps of a quest; both of them complete it. */
async function pass(browser: Browser, slug: string, steps: string[]) {
  const { participationId } = dataOf<{ participationId: string }>(await browser.mutate('quests.start', { slug }))
  await site.members.follower.record(steps.map((step) => stepResult(participationId, step)))
}

async function member() {
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  return { browser, accountId }
}

describe('home', () => {
  it('shows strangers what is open, and nothing that is somebody’s own', async () => {
    const { featured, forYou, nearly, trending } = await home()
    // All quests are of one space: one of them is featured.
    expect(featured).toHaveLength(1)
    expect([...featured.map(({ slug }) => slug), ...forYou.map(({ quest }) => quest.slug)].toSorted()).toEqual([
      'first',
      'no-chain',
      'second',
      'third',
    ])
    expect(forYou.every(({ reasons }) => reasons.some(({ kind }) => kind === 'first'))).toBe(true)
    expect({ nearly, trending }).toEqual({ nearly: [], trending: [] })
  })

  it('tells a member what is nearly done and why something is for them', async () => {
    const { browser } = await member()
    await pass(browser, 'first', ['quiz', 'wrap'])
    await pass(browser, 'second', ['quiz'])
    const { nearly, forYou, featured, trending } = await home(browser)
    expect(nearly).toMatchObject([{ slug: 'second', passedSteps: 1, steps: 2 }])
    expect(trending).toMatchObject([{ quest: { slug: 'first', my: 'completed' }, completions: 1 }])
    expect([...featured, ...forYou.map(({ quest }) => quest)].map(({ slug }) => slug)).not.toContain('first')
    const third = forYou.find(({ quest }) => quest.slug === 'third')
    const kinds = third?.reasons.map(({ kind }) => kind) ?? []
    expect(featured[0]?.slug === 'third' || (kinds.includes('category') && kinds.includes('chain'))).toBe(true)
  })
})

describe('collections', () => {
  const path = (slug: string, quests: string[]) => ({
    accountId: ownerId,
    space: `m-${ownerId}`,
    collection: { slug, kind: 'path' as const, title: both('Path'), summary: both('A path'), quests },
  })

  it('lead from quest to quest, each member from where they are', async () => {
    await createCollection(site.members.questDeps, path('way', ['third', 'second', 'first']))
    const { browser } = await member()
    await pass(browser, 'third', ['quiz', 'wrap'])
    const mine = dataOf<{ done: number; next: string; quests: { slug: string }[] }>(
      await browser.query('discover.collection', { slug: 'way' }),
    )
    expect(mine).toMatchObject({ done: 1, next: 'second', quests: [{ slug: 'third' }, { slug: 'second' }, { slug: 'first' }] })
    expect(dataOf(await new Browser(site).query('discover.collection', { slug: 'way' }))).toMatchObject({ done: 0, next: 'third' })
    const { items } = dataOf<{ items: { slug: string; reasons: { kind: string }[] }[] }>(
      await browser.query('quests.list', { sort: 'for-you', state: 'unstarted' }),
    )
    expect(items[0]?.slug).toBe('second')
    expect(items[0]?.reasons[0]).toMatchObject({ kind: 'next', path: { slug: 'way' } })
    expect((await home(browser)).paths[0]).toMatchObject({
      slug: 'way',
      done: 1,
      stones: [{ done: true }, { done: false }, { done: false }],
    })
  })

  it('are refused when they name what is not theirs, or nothing', async () => {
    const refused = (change: object) => expect(createCollection(site.members.questDeps, { ...path('other', ['first']), ...change })).rejects
    await refused(path('way', ['first'])).toMatchObject({ code: 'conflict' })
    await refused(path('none', [])).toMatchObject({ code: 'input.invalid', meta: { field: 'quests' } })
    await refused(path('twice', ['first', 'first'])).toMatchObject({ code: 'input.invalid' })
    await refused(path('unknown', ['first', 'nowhere'])).toMatchObject({ code: 'not-found', meta: { field: 'quests.1' } })
    const { accountId } = await member()
    await refused({ accountId }).toMatchObject({ code: 'auth.forbidden' })
  })
})

describe('seasons', () => {
  it('count completions of their quests between their two instants, once each', async () => {
    const { browser } = await member()
    await pass(browser, 'first', ['quiz', 'wrap'])
    const startsAt = new Date(site.clock.ms + 1000)
    const endsAt = new Date(site.clock.ms + 60_000)
    const season = {
      slug: 'spring',
      title: both('Spring'),
      summary: both('A season'),
      quests: ['first', 'second', 'third'],
      startsAt,
      endsAt,
    }
    await createSeason(site.members.questDeps, { accountId: ownerId, space: `m-${ownerId}`, season })
    type Page = {
      state: string
      completions: number
      members: number
      mine: object
      quests: { quest: { slug: string }; countedAt: string | null }[]
    }
    const read = async () => dataOf<Page>(await browser.query('discover.season', { slug: 'spring' }))
    expect(await read()).toMatchObject({ state: 'upcoming', completions: 0 })
    site.clock.ms += 1000
    await pass(browser, 'second', ['quiz', 'wrap'])
    const running = await read()
    expect(running).toMatchObject({ state: 'running', completions: 1, members: 1, mine: { quests: 1, points: 50 }, points: 150 })
    // What was completed before the season does not count; the boundary itself does.
    expect(running.quests.map(({ countedAt }) => countedAt !== null)).toEqual([false, true, false])
    site.clock.ms = endsAt.getTime()
    await pass(browser, 'third', ['quiz', 'wrap'])
    expect(await read()).toMatchObject({ state: 'over', completions: 1, mine: { quests: 1 } })
    expect((await home(browser)).seasons).toEqual([])
  })

  it('end after they begin', async () => {
    const at = new Date(site.clock.ms)
    const season = { slug: 'empty', title: both('Empty'), summary: both('Nothing'), quests: ['first'], startsAt: at, endsAt: at }
    await expect(createSeason(site.members.questDeps, { accountId: ownerId, space: `m-${ownerId}`, season })).rejects.toMatchObject({
      ...{ code: 'input.invalid', meta: { field: 'endsAt' } },
    })
  })
})

describe('spaces', () => {
  it('show what was done in them and what their mark rests on', async () => {
    const { rows } = await site.pool.query(
      'select count(*)::int as completions, count(distinct account_id)::int as members from completions',
    )
    const space = dataOf<Record<string, unknown>>(await owner.query('spaces.bySlug', { slug: `m-${ownerId}` }))
    expect(space).toMatchObject({ quests: 4, completions: rows[0].completions, members: rows[0].members, collections: [{ slug: 'way' }] })
    expect(space.quality).toMatchObject({
      level: 'new',
      reasons: [{ kind: 'age', days: 0 }, { count: rows[0].completions }, {}, {}, {}, {}, {}],
    })
  })

  it('are told by where the mints of their rewards stand', async () => {
    const { browser } = await member()
    await liveQuest(site, { accountId: ownerId, slug: 'paying' })
    await site.pool.query(`update quests set reward_per_mint = 5 where slug = 'paying'`)
    await pass(browser, 'paying', ['quiz', 'wrap'])
    const payouts = async () =>
      dataOf<{ quality: { level: string; reasons: object[] } }>(await owner.query('spaces.bySlug', { slug: `m-${ownerId}` })).quality
    expect((await payouts()).reasons[2]).toMatchObject({ due: 1, final: 0, refused: 0, sign: 'neutral' })
    const ofPaying = `id in (select c.tx_id from credentials c join quests q on q.id = c.quest_id where q.slug = 'paying')`
    await site.pool.query(`update rollup_txs set status = 'final' where ${ofPaying}`)
    expect((await payouts()).reasons[2]).toMatchObject({ due: 0, final: 1, refused: 0 })
    await site.pool.query(`update rollup_txs set status = 'refused' where ${ofPaying}`)
    // A low mark is said on every card, and nothing of the space is featured or trending any more.
    const { featured, trending, forYou } = await home(browser)
    expect({ featured, trending }).toEqual({ featured: [], trending: [] })
    expect(forYou.length).toBeGreaterThan(0)
    expect(forYou.every(({ quest, reasons }) => quest.caution && reasons.some(({ kind }) => kind === 'caution'))).toBe(true)
    expect(dataOf(await browser.query('quests.bySlug', { slug: 'paying' }))).toMatchObject({ caution: true })
    expect(await payouts()).toMatchObject({ level: 'low', reasons: [{}, {}, { refused: 1, sign: 'bad' }, {}, {}, {}, {}] })
  })
})

it('lists what was published before there were lists', async () => {
  await site.pool.query('delete from quest_listings')
  expect((await site.members.discover.list({ accountId: null, filter: {}, sort: 'newest', after: null, limit: 50 })).items).toEqual([])
  const { rows } = await site.pool.query('select count(*)::int as quests from quests')
  expect(await listPublished(site.members.questDeps)).toBe(rows[0].quests)
  expect(await listPublished(site.members.questDeps)).toBe(0)
  expect((await site.members.discover.list({ accountId: null, filter: {}, sort: 'newest', after: null, limit: 50 })).items).toHaveLength(
    rows[0].quests,
  )
})
