import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCollection, createSeason } from '#server/quests/collections/createCollection.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, stepResult } from '#tests/support/questFixture.ts'
import { addQuest, newWorld, sealWorldBatch } from '#tests/support/xpWorld.ts'

/**
 * Every reader that shows quests or spaces to somebody who did not ask for this very one. Each answers the slugs that it shows, so a reader that forgets the
 * condition fails here for a quest and for a space.
 */
let site: Site
let owner: { browser: Browser; accountId: string }
let reader: Browser
const [gone, stays] = ['gone-quest', 'staying-quest']
let personal: string
beforeAll(async () => {
  site = await startSite()
  owner = await member()
  reader = (await member()).browser
  personal = `m-${owner.accountId}`
  const title = (name: string) => definition({ title: { en: `Limestone ${name}`, ja: `石灰岩 ${name}` } })
  for (const slug of [gone, stays]) await liveQuest(site, { accountId: owner.accountId, slug, definition: title(slug) })
  const both = (text: string) => ({ en: text, ja: text })
  const of = { title: both('Limestone'), summary: both('Stones'), quests: [gone, stays] }
  const by = { accountId: owner.accountId, space: personal }
  await createCollection(site.members.questDeps, { ...by, collection: { ...of, slug: 'limestone-path', kind: 'path' } })
  await createSeason(site.members.questDeps, {
    ...by,
    season: { ...of, slug: 'limestone-season', startsAt: new Date(site.clock.ms - 1000), endsAt: new Date(site.clock.ms + 1e8) },
  })
  // So that each trends.
  const other = (await member()).browser
  for (const slug of [gone, stays]) {
    const { participationId } = dataOf<{ participationId: string }>(await other.mutate('quests.start', { slug }))
    await site.members.follower.record(['quiz', 'wrap'].map((step) => stepResult(participationId, step)))
  }
  await site.pool.query('update spaces set name = $2 where slug = $1', [personal, 'Limestone'])
})
afterAll(() => site.drop())

async function member() {
  const browser = new Browser(site)
  return { browser, accountId: (await browser.signIn(evmWallet())).accountId }
}

type Slugs = { slug: string }[]
const read = async <T>(path: string, input?: unknown) => dataOf<T>(await reader.query(path, input))
const slugs = (quests: Slugs) => quests.map(({ slug }) => slug)
/** Null where the whole of it is not found. */
async function orNone<T>(path: string, input: unknown): Promise<T | null> {
  const answer = await reader.query(path, input)
  if (answer.status === 404) return null
  return dataOf<T>(answer)
}
type Home = {
  featured: Slugs
  forYou: { quest: { slug: string } }[]
  trending: { quest: { slug: string } }[]
  paths: { stones: { quest: string }[] }[]
}
async function home() {
  site.clock.ms += 2500
  return read<Home>('discover.home')
}

const quests: Record<string, () => Promise<string[]>> = {
  'the list': async () => slugs((await read<{ items: Slugs }>('quests.list', {})).items),
  'the list for you': async () => slugs((await read<{ items: Slugs }>('quests.list', { sort: 'for-you' })).items),
  'the list of what trends': async () => slugs((await read<{ items: Slugs }>('quests.list', { sort: 'trending' })).items),
  'the list by words': async () => slugs((await read<{ items: Slugs }>('quests.list', { q: 'limestone' })).items),
  'the list of the space': async () => slugs((await read<{ items: Slugs }>('quests.list', { space: personal })).items),
  'home, in front and for you': async () => {
    const { featured, forYou } = await home()
    return [...slugs(featured), ...slugs(forYou.map(({ quest }) => quest))]
  },
  'home, trending': async () => slugs((await home()).trending.map(({ quest }) => quest)),
  'home, paths': async () => (await home()).paths.flatMap(({ stones }) => stones.map(({ quest }) => quest)),
  'a collection': async () => slugs((await orNone<{ quests: Slugs }>('discover.collection', { slug: 'limestone-path' }))?.quests ?? []),
  'the stones of a collection': async () =>
    ((await orNone<{ stones: { quest: string }[] }>('discover.collection', { slug: 'limestone-path' }))?.stones ?? []).map(
      ({ quest }) => quest,
    ),
  'a season': async () =>
    slugs(
      ((await orNone<{ quests: { quest: { slug: string } }[] }>('discover.season', { slug: 'limestone-season' }))?.quests ?? []).map(
        ({ quest }) => quest,
      ),
    ),
  search: async () => {
    const { hits } = await read<{ hits: { kind: string; slug: string }[] }>('search.everything', { q: 'limestone' })
    return slugs(hits.filter(({ kind }) => kind === 'quest'))
  },
  'the map of the site': async () => (await site.members.quests.pages()).map(({ path }) => path.replace('/quests/', '')),
}

/** Counts that say how many there are to see. */
const counts: Record<string, () => Promise<number>> = {
  'the facets': async () => (await read<{ all: number }>('quests.facets', {})).all,
  'the page of the space': async () => (await read<{ quests: number }>('spaces.bySlug', { slug: personal })).quests,
  'the space in search': async () => {
    const { hits } = await read<{ hits: { kind: string; slug: string; quests: number }[] }>('search.everything', { q: 'limestone' })
    return hits.find(({ kind, slug }) => kind === 'space' && slug === personal)?.quests ?? 0
  },
  'collections of the space': async () =>
    (await read<{ collections: object[] }>('spaces.bySlug', { slug: personal })).collections.length * 2,
  'seasons of the space': async () =>
    (await read<{ seasons: { quests: number }[] }>('spaces.bySlug', { slug: personal })).seasons.reduce(
      (sum, season) => sum + season.quests,
      0,
    ),
}

const reason = { en: 'Not theirs.', ja: '本人のものではありません。' }
async function without<T>(subject: { kind: 'quest' | 'space'; slug: string }, run: () => Promise<T>): Promise<T> {
  const actor = { accountId: owner.accountId, role: 'moderator' as const }
  await site.members.platform.delist({ actor, subject, reason })
  try {
    return await run()
  } finally {
    await site.members.platform.relist({ actor, subject, note: 'done' })
  }
}

describe('what is delisted', () => {
  it.each(Object.entries(quests))('is not shown by %s: neither the quest nor those of the space', async (_, shown) => {
    const both = [gone, stays].toSorted()
    expect((await shown()).toSorted()).toEqual(both)
    expect(await without({ kind: 'quest', slug: gone }, shown)).toEqual([stays])
    expect(await without({ kind: 'space', slug: personal }, shown)).toEqual([])
    expect((await shown()).toSorted()).toEqual(both)
  })

  it.each(Object.entries(counts))('is not counted by %s', async (name, counted) => {
    expect(await counted()).toBe(2)
    if (!name.startsWith('collections')) expect(await without({ kind: 'quest', slug: gone }, counted)).toBe(1)
    expect(await without({ kind: 'space', slug: personal }, counted)).toBe(0)
    expect(await counted()).toBe(2)
  })

  it('is found by its own address, with the reason, and started by nobody new', async () => {
    await without({ kind: 'quest', slug: gone }, async () => {
      const page = await read<{ stop: object; title: object }>('quests.bySlug', { slug: gone })
      expect(page).toMatchObject({ stop: { kind: 'delisted', of: 'quest', reason }, title: { en: `Limestone ${gone}` } })
      expect(errorOf(await reader.mutate('quests.start', { slug: gone })).data).toMatchObject({
        code: 'quest.delisted',
        found: 'quest delisted',
      })
      expect(await read<{ stop: unknown }>('quests.bySlug', { slug: stays })).toMatchObject({ stop: null })
    })
    expect(await read<{ stop: unknown }>('quests.bySlug', { slug: gone })).toMatchObject({ stop: null })
  })

  it('stays in the own lists of who began it, and is counted there, and nowhere else', async () => {
    const someone = await member()
    const other = await member()
    dataOf(await someone.browser.mutate('quests.start', { slug: gone }))
    const list = async (who: typeof someone, state?: string) =>
      slugs(dataOf<{ items: Slugs }>(await who.browser.query('quests.list', state ? { state, sort: 'newest' } : { sort: 'newest' })).items)
    const facet = async (who: typeof someone) =>
      dataOf<{ state: Record<string, number> }>(await who.browser.query('quests.facets', {})).state.started ?? 0
    for (const subject of [
      { kind: 'quest' as const, slug: gone },
      { kind: 'space' as const, slug: personal },
    ])
      await without(subject, async () => {
        expect(await list(someone, 'started')).toEqual([gone])
        expect(await facet(someone)).toBe(1)
        expect(await list(someone)).not.toContain(gone)
        expect(await list(someone, 'open')).not.toContain(gone)
        expect(await list(other, 'started')).toEqual([])
        expect(await facet(other)).toBe(0)
      })
  })

  it('of a recurring quest is every period of it', async () => {
    const daily = definition({ recurrence: { every: 'day', periods: 30 } })
    const today = site.clock.ms - (site.clock.ms % 86_400_000)
    const window = { opensAt: new Date(today), closesAt: new Date(today + 86_399_000) }
    await liveQuest(site, { accountId: owner.accountId, slug: 'daily', definition: daily, ...window })
    const { rows } = await site.pool.query(`select id, space_id from quests where slug = 'daily'`)
    await site.pool.query(
      `insert into quests (space_id, slug, status, published_version, supply, opens_at, closes_at, family_id, period)
       select space_id, 'daily-2', 'live', 1, supply, now(), closes_at + interval '1 day', id, 1 from quests where slug = 'daily'`,
    )
    await site.pool.query(
      `insert into quest_versions (quest_id, version, definition, rules_hash)
       select p.id, 1, v.definition, v.rules_hash from quests p, quest_versions v where p.slug = 'daily-2' and v.quest_id = $1`,
      [rows[0].id],
    )
    // By any of its periods.
    await without({ kind: 'quest', slug: 'daily-2' }, async () => {
      for (const slug of ['daily', 'daily-2']) {
        expect(await read<{ stop: unknown }>('quests.bySlug', { slug })).toMatchObject({ stop: { kind: 'delisted', of: 'quest' } })
        expect(errorOf(await reader.mutate('quests.start', { slug })).data).toMatchObject({ code: 'quest.delisted' })
      }
      expect((await site.members.quests.pages()).map(({ path }) => path)).not.toContain('/quests/daily')
    })
    expect((await site.members.quests.pages()).map(({ path }) => path)).toContain('/quests/daily')
    await site.pool.query(`update quests set status = 'draft' where slug like 'daily%'`)
  })

  it('has no board while its space is delisted; what was earned stays on all others', async () => {
    const world = { ...newWorld(site.db), accounts: 100 }
    const { rows } = await site.pool.query('select id from spaces where slug = $1', [personal])
    const earner = await member()
    const quest = await addQuest(world, { index: 900, spaceId: rows[0].id, points: 30, category: 0 })
    await sealWorldBatch(world, { number: 1, timestamp: Math.floor(site.clock.ms / 1000), mints: [{ account: earner.accountId, quest }] })
    const board = () => reader.query('reputation.leaderboard', { space: personal })
    const standing = async () =>
      dataOf<{ xp: number; spaces: Slugs }>(await reader.query('reputation.standing', { accountId: earner.accountId }))
    expect((await board()).status).toBe(200)
    expect(slugs((await standing()).spaces)).toEqual([personal])
    await without({ kind: 'space', slug: personal }, async () => {
      expect((await board()).status).toBe(404)
      expect(await standing()).toMatchObject({ xp: 30, spaces: [] })
    })
    expect((await board()).status).toBe(200)
  })
})
