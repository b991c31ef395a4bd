import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createViewHandler } from '#server/api/handlers/viewHandler.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, freshLimits, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'
import { idOf, newMember, newProject, type Project, questOf, see } from './insightWorld.ts'

let site: Site
let project: Project
let quest: string
beforeAll(async () => {
  site = await startSite()
  project = await newProject(site, 'quarry')
  quest = (await questOf(site, project, { slug: 'seen' })).slug
  await site.members.quests.create({
    ...{ accountId: project.accountId, space: 'quarry', slug: 'unseen', definition: definition(), supply: 1 },
    ...{ opensAt: new Date(site.clock.ms), closesAt: new Date(site.clock.ms + 3_600_000) },
  })
})
afterAll(() => site.drop())

const nobody = () => new Browser(site)
const from = (address: string) => ({ 'x-forwarded-for': `spoofed, ${address}` })
const rowsOf = async (slug: string) =>
  (
    await site.pool.query(`select day::text, visitor, referrer, ref from quest_views where quest_id = $1 order by 1, 2`, [
      await idOf(site, slug),
    ])
  ).rows

describe('a visit', () => {
  it('counts once a visitor and day, with where it came from first', async () => {
    const { slug } = await questOf(site, project)
    const first = await see(nobody(), { quest: slug, referrer: 'https://www.forum.example/thread/1?token=secret', ref: 'launch' })
    expect([first.status, first.body, first.headers.get('set-cookie')]).toEqual([204, '', null])
    await see(nobody(), { quest: slug, referrer: 'https://other.example/', ref: 'again' })
    await see(nobody(), { quest: slug }, from('192.0.2.7'))
    await see(nobody(), { quest: slug }, { 'user-agent': 'Mozilla/5.0 (another browser)' })
    const rows = await rowsOf(slug)
    const day = new Date(site.clock.ms).toISOString().slice(0, 10)
    expect(rows.map(({ visitor: _, ...row }) => row)).toEqual(
      expect.arrayContaining([
        { day, referrer: 'forum.example', ref: 'launch' },
        { day, referrer: null, ref: null },
        { day, referrer: null, ref: null },
      ]),
    )
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toMatch(/secret|192\.0\.2|Mozilla/)
  })

  it('of the next day is another one, and the salt of the day before is gone', async () => {
    const { slug } = await questOf(site, project)
    await see(nobody(), { quest: slug })
    const before = (await site.pool.query(`select salt from view_salts`)).rows
    site.clock.ms += 86_400_000
    await see(nobody(), { quest: slug })
    const [yesterday, today] = await rowsOf(slug)
    expect(yesterday.visitor).not.toBe(today.visitor)
    const after = (await site.pool.query(`select salt from view_salts`)).rows
    expect(after).toHaveLength(1)
    expect(after[0].salt.equals(before[0].salt)).toBe(false)
  })

  it('of a member is an arrival, once, with the referrer of the first', async () => {
    const { slug } = await questOf(site, project)
    const { browser, accountId } = await newMember(site)
    expect((await see(browser, { quest: slug, referrer: 'https://t.example/', ref: 'x1' })).status).toBe(204)
    await see(browser, { quest: slug, referrer: 'https://u.example/' })
    const { rows } = await site.pool.query(`select referrer, ref, at from quest_arrivals where account_id = $1`, [accountId])
    expect(rows).toEqual([{ referrer: 't.example', ref: 'x1', at: new Date(site.clock.ms) }])
  })

  it('is no robot’s, and no page’s that was fetched ahead', async () => {
    const { slug } = await questOf(site, project)
    for (const headers of [{ 'user-agent': 'Googlebot/2.1' }, { 'user-agent': '' }, { 'sec-purpose': 'prefetch' }] as Record<
      string,
      string
    >[])
      expect((await see(nobody(), { quest: slug }, headers)).status).toBe(204)
    expect(await rowsOf(slug)).toEqual([])
  })

  it('is limited by address prefix, whatever the browser calls itself', async () => {
    const limited = new Browser({
      ...site,
      handlers: { ...site.handlers, views: createViewHandler({ ...site.api, limiter: freshLimits() }) },
    })
    for (let i = 0; i < 60; i++)
      expect((await see(limited, { quest }, { ...from('198.51.100.1'), 'user-agent': `Mozilla/${i}` })).status).toBe(204)
    const refused = await see(limited, { quest }, from('198.51.100.1'))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await see(limited, { quest }, from('198.51.100.2'))).status).toBe(204)
  })
})

const raw = (body: string, headers: Record<string, string> = {}) =>
  nobody().send('views', '/api/views', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0', ...headers },
    body,
  })

runBadInputs('tests/server/insights/views.db.test.ts', {
  UQ02: () => see(nobody(), { quest, referrer: `https://long.example/${'a'.repeat(10_240)}` }),
  'UQ02-field': () => see(nobody(), { quest, referrer: `https://long.example/${'a'.repeat(2040)}` }),
  async 'UQ02-shape'() {
    const { slug } = await questOf(site, project)
    const answer = await see(nobody(), { quest: slug, referrer: 'https://=HYPERLINK("x")/', ref: '=1+1\u202e' })
    expect(await rowsOf(slug)).toMatchObject([{ referrer: null, ref: null }])
    return answer
  },
  UQ04: () => see(nobody(), { quest, day: '2020-01-01' }),
  'UQ04-visitor': () => see(nobody(), { quest, visitor: 'a', count: 1000 }),
  UQ06: () => see(nobody(), { quest: 'unseen' }),
  'UQ06-none': () => see(nobody(), { quest: 'nowhere' }),
  'UQ06-shape': () => see(nobody(), { quest: '../seen' }),
  UQ08: () => raw('{"quest":'),
  'UQ08-type': () => raw(JSON.stringify({ quest }), { 'content-type': 'text/plain' }),
  'UQ08-list': () => raw('[]'),
  'UQ08-get': () => nobody().send('views', '/api/views'),
  UQ10: () => see(nobody(), { quest }, { origin: 'https://evil.example' }),
  'UQ10-host': () => see(nobody(), { quest }, { host: 'evil.example' }),
})

it('answers errors as the rest of the api does', async () => {
  const { body } = await raw(JSON.stringify({ quest: 'nowhere' }))
  expect(body).toMatchObject({ error: { code: 'not-found', field: 'quest', found: 'nowhere' } })
})
