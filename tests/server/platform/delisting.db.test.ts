import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataOf } from '#tests/support/members.ts'
import { stepResult } from '#tests/support/questFixture.ts'
import {
  admin,
  caseOf,
  delist,
  errorIn,
  member,
  moderator,
  note,
  type Page,
  pageOf,
  reason,
  resolve,
  type Subject,
  settle,
  site,
  space,
  spaceLog,
  startPlatform,
  stopPlatform,
  take,
  type Who,
  words,
} from './platformWorld.ts'

beforeAll(startPlatform)
afterAll(stopPlatform)

describe('delisting', () => {
  it('says its reason on the page and in the log of the space, and lets nobody new start', async () => {
    const owner = await space()
    const [early, late] = [await member(), await member()]
    const start = ({ browser }: Who) => browser.mutate('quests.start', { slug: owner.quest })
    const { participationId } = dataOf<{ participationId: string }>(await start(early))
    dataOf(await delist({ kind: 'space', slug: owner.space }))
    expect((await pageOf(owner.space)).stop).toMatchObject({ kind: 'delisted', of: 'space', reason })
    const quest = async () => dataOf<Page & { my: string }>(await early.browser.query('quests.bySlug', { slug: owner.quest }))
    expect((await quest()).stop).toMatchObject({ kind: 'delisted', of: 'space', reason, at: expect.stringMatching(/Z$/) })
    expect(errorIn(await start(late))).toMatchObject({ code: 'quest.delisted', field: 'slug', found: 'space delisted' })
    expect((await spaceLog(owner))[0]).toMatchObject({ action: 'space.delisted', by: null, after: { reason } })
    // Who was under way finishes and keeps it.
    dataOf(await start(early))
    await site.pool.query('update quests set slot_index = 1000 where slug = $1', [owner.quest])
    await site.members.follower.record(['quiz', 'wrap'].map((step) => stepResult(participationId, step)))
    expect((await quest()).my).toBe('completed')
    const { rows } = await site.pool.query('select count(*)::integer as count from credentials where account_id = $1', [early.accountId])
    expect(rows[0].count).toBe(1)
    dataOf(await moderator.browser.mutate('platform.relist', { subject: { kind: 'space', slug: owner.space }, note }))
    expect((await pageOf(owner.space)).stop).toBeNull()
    dataOf(await start(late))
  })

  it('is done once by two who do it at once', async () => {
    const owner = await space()
    const about: Subject = { kind: 'quest', slug: owner.quest }
    const both = await Promise.all([delist(about), delist(about, admin)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('is appealed by the owner once, answered by somebody else, and ends when the appeal is right', async () => {
    const owner = await space()
    const about: Subject = { kind: 'space', slug: owner.space }
    type Stop = { id: string; appeal: string | null; answer: string | null; liftedAt: string | null }
    const stops = async () => dataOf<Stop[]>(await owner.browser.query('studio.stops.list', { space: owner.space }))
    const appeal = async (id?: string) =>
      owner.browser.mutate('studio.stops.appeal', {
        space: owner.space,
        id: id ?? (await stops())[0]?.id,
        words: 'It is ours.\nSee the site.',
      })
    dataOf(await delist(about))
    dataOf(await appeal())
    expect(errorIn(await appeal())).toMatchObject({ code: 'conflict' })
    const waiting = await caseOf(owner.space, 'appeal')
    expect(waiting.appeal).toBe('It is ours.\nSee the site.')
    dataOf(await take(moderator, waiting.id))
    expect(errorIn(await resolve(moderator, waiting.id, 'dismissed'))).toMatchObject({ code: 'auth.forbidden' })
    dataOf(await take(admin, waiting.id))
    dataOf(await resolve(admin, waiting.id, 'dismissed'))
    expect(await stops()).toMatchObject([{ answer: note, liftedAt: null }])
    expect((await pageOf(owner.space)).stop).not.toBeNull()
    dataOf(await admin.browser.mutate('platform.relist', { subject: about, note }))
    dataOf(await delist(about, admin))
    dataOf(await appeal())
    await settle(owner.space, 'appeal', 'upheld')
    expect((await stops())[0]).toMatchObject({ answer: note, liftedAt: expect.any(String) })
    expect((await pageOf(owner.space)).stop).toBeNull()
    expect((await spaceLog(owner)).map(({ action }) => action).slice(0, 3)).toEqual(['space.relisted', 'stop.appealed', 'space.delisted'])
  })
})

describe('a space that is held for its name', () => {
  let fakes = 0
  async function held() {
    const real = await space()
    const name = `Proven ${['Amber', 'Beryl', 'Coral', 'Dolomite'][fakes]}`
    await site.pool.query('update spaces set name = $2 where slug = $1', [real.space, name])
    await site.pool.query(
      `insert into space_domains (space_id, host, nonce, status, proven_at, checked_at)
       select id, 'proven.example', 'n', 'proven', now(), now() from spaces where slug = $1`,
      [real.space],
    )
    const fake = await member()
    const slug = `fake-${++fakes}`
    dataOf(await fake.browser.mutate('studio.spaces.make', { slug, name: `${name} airdrop` }))
    return { fake, slug }
  }

  it('is delisted, too, when it was there before and nobody had held it', async () => {
    const owner = await space()
    await site.pool.query(
      `insert into platform_cases (space_id, kind, facts, opened_at) select id, 'likeness', '{"like":"other"}', $2 from spaces where slug = $1`,
      [owner.space, new Date(site.clock.ms)],
    )
    expect((await pageOf(owner.space)).stop).toBeNull()
    await settle(owner.space, 'likeness', 'upheld', { reason })
    expect((await pageOf(owner.space)).stop).toMatchObject({ kind: 'delisted', reason })
    expect((await spaceLog(owner))[0]).toMatchObject({ action: 'space.delisted', by: null })
  })

  it('stays delisted when somebody delisted it for another reason meanwhile', async () => {
    const { slug } = await held()
    dataOf(await delist({ kind: 'space', slug }))
    await settle(slug, 'likeness', 'dismissed')
    expect((await pageOf(slug)).stop).toMatchObject({ kind: 'delisted', reason })
  })

  it('is let go by a case that was there before it was held', async () => {
    const { slug } = await held()
    await site.pool.query(
      `update platform_cases c set stop_id = null from spaces s where s.id = c.space_id and s.slug = $1 and c.kind = 'likeness'`,
      [slug],
    )
    await settle(slug, 'likeness', 'dismissed')
    expect((await pageOf(slug)).stop).toBeNull()
  })

  it('is let go when nothing is wrong with it', async () => {
    const { slug } = await held()
    expect((await pageOf(slug)).stop).toMatchObject({ kind: 'held', reason: null })
    await settle(slug, 'likeness', 'dismissed')
    expect((await pageOf(slug)).stop).toBeNull()
  })

  it('is delisted for a public reason when it is a fake, which its owner may appeal', async () => {
    const { slug, fake } = await held()
    const { id } = await caseOf(slug, 'likeness')
    const stops = dataOf<{ id: string }[]>(await fake.browser.query('studio.stops.list', { space: slug }))
    const appeal = () => fake.browser.mutate('studio.stops.appeal', { space: slug, id: stops[0]?.id, words })
    expect(errorIn(await appeal())).toMatchObject({ code: 'conflict', found: 'held' })
    dataOf(await take(moderator, id))
    expect(errorIn(await resolve(moderator, id, 'upheld'))).toMatchObject({ code: 'input.invalid', field: 'reason' })
    dataOf(await resolve(moderator, id, 'upheld', { reason }))
    expect((await pageOf(slug)).stop).toMatchObject({ kind: 'delisted', reason })
    dataOf(await appeal())
  })
})
