import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

async function member(): Promise<{ browser: Browser; accountId: string }> {
  const browser = new Browser(site)
  return { browser, accountId: (await browser.signIn(evmWallet())).accountId }
}
const make = ({ browser }: { browser: Browser }, slug: string, name = 'A project') => browser.mutate('studio.spaces.make', { slug, name })
const setRole = (slug: string, accountId: string, role: string | null) =>
  site.pool.query(
    role === null
      ? `delete from space_members m using spaces s where s.id = m.space_id and s.slug = $1 and m.account_id = $2 and $3::text is null`
      : `insert into space_members (space_id, account_id, role) select id, $2, $3 from spaces where slug = $1
         on conflict (space_id, account_id) do update set role = excluded.role`,
    [slug, accountId, role],
  )

describe('making a space', () => {
  it('gives it an owner and an entry in its log', async () => {
    const who = await member()
    expect(dataOf(await make(who, 'granite'))).toEqual({ slug: 'granite', name: 'A project' })
    expect(dataOf(await who.browser.query('studio.spaces.list'))).toMatchObject([{ slug: 'granite', role: 'owner', quests: 0, members: 1 }])
    const { rows } = await site.pool.query(`select id from spaces where slug = 'granite'`)
    expect(await createAuditStore(site.db).list(rows[0].id, null, 10)).toMatchObject([
      { action: 'space.made', subject: 'granite', before: null, after: { name: 'A project' } },
    ])
  })

  it.each([
    ['ab', 'slug'],
    ['m-mine', 'slug'],
    ['Upper', 'slug'],
    ['ends-', 'slug'],
    ['../etc', 'slug'],
  ])('refuses the address %s', async (slug, field) => {
    expect(errorOf(await make(await member(), slug)).data).toMatchObject({ code: 'input.invalid', field })
  })

  it.each(['', ' led', 'a\u202eb', 'x'.repeat(81), '{{secret}}'])('refuses the name %j', async (name) => {
    expect(errorOf(await make(await member(), 'named', name)).data).toMatchObject({ code: 'input.invalid', field: 'name' })
  })

  it('refuses an address that is taken, and the sixth space of a day', async () => {
    const who = await member()
    expect(errorOf(await make(who, 'granite')).data).toMatchObject({ code: 'conflict', field: 'slug', found: 'granite' })
    for (let i = 0; i < 5; i++) dataOf(await make(who, `of-a-day-${i}`))
    expect(errorOf(await make(who, 'of-a-day-5')).data).toMatchObject({ code: 'rate.limited', field: 'slug' })
    const later = { accountId: who.accountId, slug: 'of-a-day-5', name: 'A day later' }
    site.clock.ms += 25 * 3_600_000
    expect(await site.members.studio.spaces.make(later)).toMatchObject({ slug: 'of-a-day-5' })
  })

  it('lets one of two have an address that both want at once', async () => {
    const two = [await member(), await member()]
    const statuses = (await Promise.all(two.map((who) => make(who, 'wanted')))).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 409])
  })
})

describe('a role', () => {
  const questInput = (slug: string, space: string) => ({
    slug,
    space,
    definition: definition(),
    supply: 10,
    opensAt: new Date(site.clock.ms - 60_000).toISOString(),
    closesAt: new Date(site.clock.ms + 3_600_000).toISOString(),
  })

  it('decides who writes and who publishes quests of a space', async () => {
    const [owner, editor, reviewer, stranger] = [await member(), await member(), await member(), await member()]
    dataOf(await make(owner, 'quarry'))
    await setRole('quarry', editor.accountId, 'editor')
    await setRole('quarry', reviewer.accountId, 'reviewer')
    for (const { browser } of [reviewer, stranger])
      expect(errorOf(await browser.mutate('quests.create', questInput('first-cut', 'quarry'))).data).toMatchObject({
        code: 'auth.forbidden',
        field: 'space',
      })
    dataOf(await editor.browser.mutate('quests.create', questInput('first-cut', 'quarry')))
    for (const { browser } of [editor, stranger])
      expect(errorOf(await browser.mutate('quests.publish', { slug: 'first-cut' })).data).toMatchObject({
        code: 'auth.forbidden',
        field: 'slug',
        expected: 'a role that may review',
      })
    expect(dataOf(await reviewer.browser.mutate('quests.publish', { slug: 'first-cut' }))).toMatchObject({ status: 'publishing' })
  })

  it('that is taken away during a session counts no more from the next call on', async () => {
    const [owner, admin] = [await member(), await member()]
    dataOf(await make(owner, 'scree'))
    await setRole('scree', admin.accountId, 'admin')
    const read = () => admin.browser.query('studio.spaces.bySlug', { space: 'scree' })
    expect(dataOf(await read())).toMatchObject({ role: 'admin', slug: 'scree' })
    await setRole('scree', admin.accountId, null)
    expect(errorOf(await read()).data).toMatchObject({ code: 'auth.forbidden', field: 'space', found: 'no role' })
    expect(dataOf(await admin.browser.query('studio.spaces.list'))).toEqual([])
  })

  it('in a space that is not there is not found', async () => {
    const { browser } = await member()
    expect(errorOf(await browser.query('studio.spaces.bySlug', { space: 'nowhere' })).data).toMatchObject({
      code: 'not-found',
      field: 'space',
    })
  })
})
