import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, errorOf, evmWallet } from '#tests/support/members.ts'
import { definition, liveQuest } from '#tests/support/questFixture.ts'
import {
  admin,
  caseOf,
  dayMs,
  delist,
  errorIn,
  log,
  member,
  moderator,
  note,
  pageOf,
  queue,
  report,
  resolve,
  type Subject,
  setRole,
  settle,
  site,
  space,
  startPlatform,
  stopPlatform,
  take,
  words,
} from './platformWorld.ts'

beforeAll(startPlatform)
afterAll(stopPlatform)

describe('a role on the platform', () => {
  it('is given by the command, written down, and counts from the next call', async () => {
    const who = await member()
    expect(dataOf(await who.browser.query('platform.me'))).toEqual({ role: null, rights: [] })
    expect(errorIn(await who.browser.query('platform.queue'))).toMatchObject({ code: 'auth.forbidden', found: 'no role' })
    expect(await setRole(who, 'moderator')).toMatch(/no role → moderator$/)
    expect(dataOf(await who.browser.query('platform.me'))).toEqual({ role: 'moderator', rights: ['moderate', 'audit'] })
    dataOf(await who.browser.query('platform.queue'))
    expect(errorIn(await who.browser.query('platform.features'))).toMatchObject({ code: 'auth.forbidden', found: 'moderator' })
    expect(await setRole(who, null)).toMatch(/moderator → no role$/)
    expect(errorIn(await who.browser.query('platform.queue'))).toMatchObject({ code: 'auth.forbidden', found: 'no role' })
    expect((await log()).slice(0, 2)).toMatchObject([
      { action: 'role.taken', subject: who.wallet, by: null },
      { action: 'role.given', subject: who.wallet, by: null },
    ])
  })

  it('is given to nobody whose wallet has never signed in', async () => {
    await expect(setRole({ wallet: evmWallet().id }, 'admin')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the queue', () => {
  it('holds the first publication of a space, once', async () => {
    const owner = await space()
    const first = await caseOf(owner.space, 'first-publication')
    expect(first).toMatchObject({ quest: owner.quest, status: 'open' })
    await settle(owner.space, 'first-publication', 'dismissed')
    await liveQuest(site, { accountId: owner.accountId, slug: `${owner.quest}-again` })
    dataOf(
      await owner.browser.mutate('quests.create', {
        ...{ slug: `${owner.quest}-second`, space: owner.space, definition: definition(), supply: 10 },
        opensAt: new Date(site.clock.ms).toISOString(),
        closesAt: new Date(site.clock.ms + dayMs).toISOString(),
      }),
    )
    dataOf(await owner.browser.mutate('quests.publish', { slug: `${owner.quest}-second` }))
    expect((await queue({ kind: 'first-publication' })).items.map((one) => one.space.slug)).not.toContain(owner.space)
    expect((await queue({ kind: 'first-publication', resolved: true })).items.map((one) => one.space.slug)).toContain(owner.space)
  })

  it('is read page by page, oldest first, by cursors of its own', async () => {
    for (let i = 0; i < 3; i++) await space()
    const whole = (await queue()).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof queue>> = await queue({ limit: 2, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(whole)
    const { nextCursor } = await queue({ limit: 1 })
    expect(errorIn(await moderator.browser.query('platform.queue', { limit: 1, resolved: true, cursor: nextCursor }))).toMatchObject({
      code: 'input.invalid',
      field: 'cursor',
    })
  })

  it('holds what members said of one thing together, until somebody resolves it', async () => {
    const owner = await space()
    const about: Subject = { kind: 'quest', slug: owner.quest }
    const [one, two] = [await member(), await member()]
    dataOf(await report(one, about))
    dataOf(await report(two, about, { reason: 'scam', words: 'It asks for a seed phrase.\nReally.' }))
    dataOf(await report(two, { kind: 'space', slug: owner.space }))
    const cases = (await queue({ kind: 'report' })).items.filter((found) => found.space.slug === owner.space)
    expect(cases).toMatchObject([
      { quest: owner.quest, reports: { impersonation: 1, scam: 1 } },
      { quest: null, reports: { impersonation: 1 } },
    ])
    const id = cases[0]?.id ?? ''
    expect(dataOf<{ said: object[] }>(await moderator.browser.query('platform.case', { id })).said).toMatchObject([
      { reason: 'impersonation', words },
      { reason: 'scam', words: 'It asks for a seed phrase.\nReally.' },
    ])
    expect(errorIn(await report(one, about))).toMatchObject({ code: 'conflict' })
    dataOf(await take(moderator, id))
    dataOf(await resolve(moderator, id, 'dismissed'))
    expect(errorIn(await resolve(moderator, id, 'upheld'))).toMatchObject({ code: 'conflict', found: 'resolved' })
    dataOf(await report(one, about))
  })

  it('gives a case to one of many who take it at once, and to an admin who takes it over', async () => {
    const owner = await space()
    const others = [moderator]
    for (let i = 0; i < 4; i++) {
      const who = await member()
      await setRole(who, 'moderator')
      others.push(who)
    }
    const { id } = await caseOf(owner.space, 'first-publication')
    const answers = await Promise.all(others.map((who) => take(who, id)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const first = others[answers.findIndex(({ status }) => status === 200)] ?? moderator
    dataOf(await take(first, id))
    dataOf(await take(admin, id))
    expect(errorIn(await resolve(first, id, 'dismissed'))).toMatchObject({ code: 'conflict' })
    dataOf(await resolve(admin, id, 'dismissed'))
  })

  it('counts one report of a member who sends it many times at once', async () => {
    const owner = await space()
    const who = await member()
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(who, { kind: 'space', slug: owner.space })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await caseOf(owner.space, 'report')).reports).toEqual({ impersonation: 1 })
  })

  it('opens one case when many members report at once', async () => {
    const owner = await space()
    const many = await Promise.all(Array.from({ length: 8 }, member))
    for (const answer of await Promise.all(many.map((who) => report(who, { kind: 'space', slug: owner.space })))) dataOf(answer)
    const { rows } = await site.pool.query(
      `select count(*)::integer as count from platform_cases c join spaces s on s.id = c.space_id where s.slug = $1 and c.kind = 'report'`,
      [owner.space],
    )
    expect([rows[0].count, (await caseOf(owner.space, 'report')).reports]).toEqual([1, { impersonation: 8 }])
  })
})

describe('a report that is upheld', () => {
  it('warns of the space for half a year; one that is dismissed does not', async () => {
    const owner = await space()
    const about: Subject = { kind: 'quest', slug: owner.quest }
    dataOf(await report(await member(), about))
    await settle(owner.space, 'report', 'dismissed')
    expect((await pageOf(owner.space)).quality).toMatchObject({ level: 'new' })
    dataOf(await report(await member(), about))
    await settle(owner.space, 'report', 'upheld')
    const { quality } = await pageOf(owner.space)
    expect(quality.level).toBe('low')
    expect(quality.reasons).toContainEqual({ kind: 'reports', sign: 'bad', upheld: 1 })
    const card = async () => dataOf<{ caution: boolean }>(await new Browser(site).query('quests.bySlug', { slug: owner.quest })).caution
    expect(await card()).toBe(true)
    await site.pool.query(`update platform_cases set resolved_at = resolved_at - interval '181 days' where outcome = 'upheld'`)
    expect([(await pageOf(owner.space)).quality.level, await card()]).toEqual(['new', false])
  })
})

describe('a quest in front', () => {
  const span = (from: number, to: number) => ({
    startsAt: new Date(site.clock.ms + from * dayMs).toISOString(),
    endsAt: new Date(site.clock.ms + to * dayMs).toISOString(),
  })
  const feature = (quest: string, from: number, to: number) => admin.browser.mutate('platform.feature', { quest, ...span(from, to) })
  const front = async () => {
    site.clock.ms += 2500
    return dataOf<{ featured: { slug: string }[] }>(await new Browser(site).query('discover.home')).featured.map(({ slug }) => slug)
  }

  it('comes first on the home page for its span, and is written down', async () => {
    const [one, two] = [await space(), await space()]
    for (let i = 0; i < 4; i++) await space()
    expect((await front()).slice(0, 1)).not.toEqual([one.quest])
    const { id } = dataOf<{ id: string }>(await feature(one.quest, 0, 2))
    dataOf(await feature(two.quest, 1, 3))
    expect((await front())[0]).toBe(one.quest)
    expect(dataOf(await admin.browser.query('platform.features'))).toMatchObject([{ quest: one.quest }, { quest: two.quest }])
    dataOf(await admin.browser.mutate('platform.endFeature', { id }))
    expect(errorIn(await admin.browser.mutate('platform.endFeature', { id }))).toMatchObject({ code: 'not-found' })
    expect((await front())[0]).not.toBe(one.quest)
    site.clock.ms += dayMs
    expect((await front())[0]).toBe(two.quest)
    site.clock.ms += 3 * dayMs
    expect((await front())[0]).not.toBe(two.quest)
    expect((await log()).slice(0, 3).map(({ action }) => action)).toEqual(['feature.ended', 'quest.featured', 'quest.featured'])
  })

  it('is there once at a time, and is no quest that is delisted', async () => {
    const owner = await space()
    dataOf(await feature(owner.quest, 10, 12))
    expect(errorIn(await feature(owner.quest, 11, 13))).toMatchObject({ code: 'conflict' })
    dataOf(await feature(owner.quest, 12, 13))
    const other = await space()
    dataOf(await delist({ kind: 'space', slug: other.space }))
    expect(errorIn(await feature(other.quest, 20, 21))).toMatchObject({ code: 'quest.delisted' })
  })
})

let last: unknown
const about = async () => ({ kind: 'space' as const, slug: (await space()).space })
const inFront = async (from: number, to: number) => {
  const { quest } = await space()
  const at = (days: number) => new Date(site.clock.ms + days * dayMs).toISOString()
  return admin.browser.mutate('platform.feature', { quest, startsAt: at(from), endsAt: at(to) })
}

runBadInputs(
  'tests/server/platform/platform.db.test.ts',
  Object.fromEntries(
    Object.entries({
      PF01: async () => report(await member(), await about(), { reason: 'dislike' }),
      'PF01-long': async () => report(await member(), await about(), { words: 'x'.repeat(1001) }),
      'PF01-empty': async () => report(await member(), await about(), { words: ' ' }),
      PF02: async () => report(await member(), { kind: 'space', slug: 'nowhere' }),
      'PF02-draft': async () => {
        const owner = await space()
        await site.pool.query(`update quests set status = 'draft' where slug = $1`, [owner.quest])
        return report(await member(), { kind: 'quest', slug: owner.quest })
      },
      PF03: async () => {
        const [who, what] = [await member(), await about()]
        dataOf(await report(who, what))
        return report(who, what)
      },
      PF04: async () => {
        const who = await member()
        for (let i = 0; i < 10; i++) dataOf(await report(who, await about()))
        return report(who, await about())
      },
      PF05: async () => moderator.browser.mutate('platform.delist', { subject: await about(), reason: { en: 'No.' } }),
      'PF05-twice': async () => {
        const what = await about()
        dataOf(await delist(what))
        return delist(what)
      },
      PF06: async () => resolve(moderator, (await caseOf((await space()).space, 'first-publication')).id, 'dismissed'),
      PF07: async () => {
        const [one, other] = [await space(), await space()]
        dataOf(await delist({ kind: 'space', slug: one.space }))
        const stops = dataOf<{ id: string }[]>(await one.browser.query('studio.stops.list', { space: one.space }))
        return other.browser.mutate('studio.stops.appeal', { space: other.space, id: stops[0]?.id, words })
      },
      PF08: () => inFront(40, 71.1),
      'PF08-back': () => inFront(-3, -1),
      'PF08-full': async () => {
        for (let i = 0; i < 3; i++) dataOf(await inFront(50, 51))
        return inFront(50.5, 52)
      },
      PF09: async () => moderator.browser.mutate('platform.relist', { subject: await about(), note }),
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
