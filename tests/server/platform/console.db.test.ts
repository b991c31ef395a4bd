import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, errorOf } from '#tests/support/members.ts'
import {
  admin,
  caseOf,
  dayMs,
  delist,
  log,
  member,
  moderator,
  note,
  reason,
  report,
  resolve,
  site,
  space,
  startPlatform,
  stopPlatform,
  take,
  words,
} from './platformWorld.ts'

beforeAll(startPlatform)
afterAll(stopPlatform)

type CaseFile = {
  quest: string | null
  title: { en: string } | null
  taker: string | null
  said: { words: string; by: string }[]
  others: { kind: string }[]
  stops: { kind: string; quest: string | null }[]
}

describe('a case', () => {
  it('comes with who said what, and with what was looked at and decided of its space before', async () => {
    const [owner, other, who] = [await space(), await space(), await member()]
    dataOf(await delist({ kind: 'space', slug: owner.space }))
    dataOf(await report(who, { kind: 'space', slug: other.space }))
    dataOf(await report(who, { kind: 'quest', slug: owner.quest }))
    const { id } = await caseOf(owner.space, 'report')
    dataOf(await take(moderator, id))
    const file = dataOf<CaseFile>(await moderator.browser.query('platform.case', { id }))
    expect(file).toMatchObject({ quest: owner.quest, taker: moderator.wallet, said: [{ words, by: who.wallet }] })
    expect(file.title?.en).toEqual(expect.any(String))
    expect(file.others.map(({ kind }) => kind)).toEqual(['first-publication'])
    expect(file.stops).toMatchObject([{ kind: 'delisted', quest: null }])
    expect(file).not.toHaveProperty('spaceId')
  })
})

describe('the order of what is in front', () => {
  const feature = async () => {
    const { quest } = await space()
    const at = (days: number) => new Date(site.clock.ms + days * dayMs).toISOString()
    return { quest, ...dataOf<{ id: string }>(await admin.browser.mutate('platform.feature', { quest, startsAt: at(0), endsAt: at(1) })) }
  }
  const shown = async () => {
    site.clock.ms += 2500
    return dataOf<{ featured: { slug: string }[] }>(await new Browser(site).query('discover.home')).featured.map(({ slug }) => slug)
  }

  it('is that of the home page, and is changed as one list', async () => {
    const [one, two, three] = [await feature(), await feature(), await feature()]
    expect(await shown()).toEqual([one.quest, two.quest, three.quest])
    dataOf(await admin.browser.mutate('platform.orderFeatures', { ids: [three.id, one.id, two.id] }))
    expect(await shown()).toEqual([three.quest, one.quest, two.quest])
    expect(dataOf<{ quest: string; title: object }[]>(await admin.browser.query('platform.features')).map(({ quest }) => quest)).toEqual([
      three.quest,
      one.quest,
      two.quest,
    ])
    expect((await log())[0]).toMatchObject({
      action: 'features.ordered',
      by: admin.wallet,
      before: { quests: [one.quest, two.quest, three.quest] },
      after: { quests: [three.quest, one.quest, two.quest] },
    })
    for (const { id } of [one, two, three]) dataOf(await admin.browser.mutate('platform.endFeature', { id }))
  })
})

describe('the list of spaces', () => {
  type Page = {
    items: { slug: string; owner: string; quality: { level: string; reasons: object[] }; stop: object | null }[]
    nextCursor: string | null
  }
  const list = async (input: object) => dataOf<Page>(await moderator.browser.query('platform.spaces', input))

  it('shows each with its mark, the reasons and what stops it', async () => {
    const owner = await space()
    dataOf(await delist({ kind: 'space', slug: owner.space }))
    const [found, ...others] = (await list({ q: owner.space })).items
    expect(others).toEqual([])
    expect(found).toMatchObject({ slug: owner.space, owner: owner.wallet, quality: { level: 'new' }, stop: { kind: 'delisted', reason } })
    expect(found?.quality.reasons.length).toBeGreaterThan(4)
  })

  it('is walked page by page without a gap, and a text with signs of a pattern stands for itself', async () => {
    for (let i = 0; i < 4; i++) await space()
    const all = (await list({ limit: 24 })).items.map(({ slug }) => slug)
    const walked: string[] = []
    let cursor: string | null = null
    do {
      const page: Page = await list({ limit: 3, cursor })
      walked.push(...page.items.map(({ slug }) => slug))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(walked.slice(0, all.length)).toEqual(all)
    expect(new Set(walked).size).toBe(walked.length)
    for (const q of ['%', '_', '\\']) expect((await list({ q })).items).toEqual([])
  })

  it('leaves personal spaces out that have published nothing', async () => {
    const who = await member()
    await site.pool.query(`insert into spaces (slug, name, owner_id) values ($1, 'Mine', $2)`, [`m-${who.accountId}`, who.accountId])
    expect((await list({ q: `m-${who.accountId}` })).items).toEqual([])
  })
})

describe('quests that wait for a chain', () => {
  it('are those that are live and read one that is down', async () => {
    const { quest } = await space()
    const ailing = async () =>
      dataOf<{ slug: string; unread: string[] }[]>(await moderator.browser.query('platform.ailingQuests')).filter(
        ({ slug }) => slug === quest,
      )
    const chain = 'eip155:31339'
    const cursor = (error: string | null) =>
      site.pool.query(
        `insert into chain_cursors (chain, height, hash, finalized_height, head_at, checked_at, error) values ($1, 10, '0x', 8, $2, $2, $3)
         on conflict (chain) do update set error = $3, head_at = $2`,
        [chain, new Date(site.clock.ms), error],
      )
    await site.pool.query('update quest_listings set chains = $2 where quest_id = (select id from quests where slug = $1)', [
      quest,
      [chain],
    ])
    await cursor(null)
    expect(await ailing()).toEqual([])
    await cursor('connection refused')
    expect(await ailing()).toMatchObject([{ slug: quest, unread: [chain] }])
    await site.pool.query(`update quests set status = 'paused' where slug = $1`, [quest])
    expect(await ailing()).toEqual([])
    await cursor(null)
  })
})

describe('those who run a space', () => {
  type Notice = { kind: string; facts: { space?: string; reason?: string }; quest: { slug: string } | null }
  const told = async ({ browser }: { browser: Browser }) =>
    dataOf<{ items: Notice[] }>(await browser.query('news.list', {})).items.filter(({ kind }) => kind.startsWith('space.'))

  it('are told of a delisting and of the answer to their appeal; those who only work there are not', async () => {
    const owner = await space()
    const [partner, editor] = [await member(), await member()]
    for (const [who, role] of [
      [partner, 'admin'],
      [editor, 'editor'],
    ] as const)
      await site.pool.query(`insert into space_members (space_id, account_id, role) select id, $2, $3 from spaces where slug = $1`, [
        owner.space,
        who.accountId,
        role,
      ])
    dataOf(await delist({ kind: 'quest', slug: owner.quest }))
    for (const who of [owner, partner])
      expect(await told(who)).toMatchObject([{ kind: 'space.delisted', facts: { space: owner.space }, quest: { slug: owner.quest } }])
    expect(await told(editor)).toEqual([])
    const stops = dataOf<{ id: string }[]>(await owner.browser.query('studio.stops.list', { space: owner.space }))
    dataOf(await owner.browser.mutate('studio.stops.appeal', { space: owner.space, id: stops[0]?.id, words }))
    const { id } = await caseOf(owner.space, 'appeal')
    dataOf(await take(admin, id))
    dataOf(await resolve(admin, id, 'upheld'))
    expect((await told(owner))[0]).toMatchObject({ kind: 'space.answered', facts: { reason: 'lifted' } })
    expect(note).not.toBe('')
  })
})

let last: unknown
const ordered = async (change: (ids: string[]) => string[]) => {
  const { quest } = await space()
  const at = (days: number) => new Date(site.clock.ms + days * dayMs).toISOString()
  dataOf(await admin.browser.mutate('platform.feature', { quest, startsAt: at(0), endsAt: at(0.01) }))
  const ids = dataOf<{ id: string }[]>(await admin.browser.query('platform.features')).map(({ id }) => id)
  const answer = await admin.browser.mutate('platform.orderFeatures', { ids: change(ids) })
  for (const id of ids) dataOf(await admin.browser.mutate('platform.endFeature', { id }))
  return answer
}

runBadInputs(
  'tests/server/platform/console.db.test.ts',
  Object.fromEntries(
    Object.entries({
      PC01: () => ordered((ids) => [...ids, '00000000-0000-4000-8000-000000000000']),
      'PC01-twice': () => ordered(([id = '']) => [id, id]),
      'PC01-less': () => ordered(() => []),
      PC02: () => moderator.browser.query('platform.spaces', { q: 'x'.repeat(81) }),
      'PC02-cursor': () => moderator.browser.query('platform.spaces', { cursor: 'abc.def' }),
    }).map(([id, run]) => [
      id,
      async () => {
        const answer = await run()
        last = errorOf(answer).data.code
        return answer
      },
    ]),
  ),
  () => last,
)
