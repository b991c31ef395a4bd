import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Inputs, Outputs } from '#server/api/types.ts'
import { dataOf, type Site, startSite } from '#tests/support/members.ts'
import { sealMints, stepResult } from '#tests/support/questFixture.ts'
import { newAccount, newMember, newProject, type Project, questOf, see } from './insightWorld.ts'

let site: Site
let project: Project
const now = '2026-11-20T12:00:00Z'
beforeAll(async () => {
  site = await startSite()
  site.clock.ms = Date.parse(now)
  project = await newProject(site, 'quarry')
})
afterAll(() => site.drop())

const open = () => ({ opensAt: new Date(site.clock.ms - 86_400_000), closesAt: new Date(site.clock.ms + 86_400_000) })
const week = async () =>
  dataOf<Outputs['studio']['insights']['week']>(await project.browser.query('studio.insights.week', { space: 'quarry' }))
const quests = async (input: Omit<Inputs['studio']['insights']['quests'], 'space'> = {}) =>
  dataOf<Outputs['studio']['insights']['quests']>(await project.browser.query('studio.insights.quests', { space: 'quarry', ...input }))

it('has a quiet week before anybody came', async () => {
  const found = await week()
  expect(found).toMatchObject({ from: '2026-11-14', to: '2026-11-20', total: { views: 0, started: 0, completed: 0, final: 0 } })
  expect(found.days.map(({ day }) => day)).toEqual(Array.from({ length: 7 }, (_, i) => `2026-11-${14 + i}`))
  expect(await quests()).toMatchObject({ quests: [], more: false })
})

it('counts what happened at all of its quests within seven days (UTC), and at no other space’s', async () => {
  const [busy, calm] = [await questOf(site, project, open()), await questOf(site, project, open())]
  const other = await newProject(site, 'scree')
  const theirs = await questOf(site, other, open())
  const begin = async (slug: string, accountId: string) => (await site.members.quests.start({ accountId, slug })).participationId
  const [a, b] = [await newMember(site), await newMember(site)]
  await see(a.browser, { quest: busy.slug })
  await see(b.browser, { quest: calm.slug })
  const first = await begin(busy.slug, a.accountId)
  await site.members.follower.record([stepResult(first, 'quiz'), stepResult(first, 'wrap')])
  await sealMints(site, 1, 'final')
  await begin(busy.slug, b.accountId)
  await begin(theirs.slug, b.accountId)
  const old = await begin(calm.slug, (await newAccount(site)).accountId)
  const edge = await begin(calm.slug, (await newAccount(site)).accountId)
  const at = (id: string, when: string) => site.pool.query(`update participations set started_at = $2 where id = $1`, [id, when])
  await site.pool.query(`update participations set started_at = $1`, [now])
  await site.pool.query(`update participations set completed_at = $1 where completed_at is not null`, [now])
  await at(old, '2026-11-13T23:59:59.999Z')
  await at(edge, '2026-11-14T00:00:00Z')
  const found = await week()
  expect(found.total).toEqual({ views: 2, started: 3, completed: 1, final: 1 })
  expect(found.days[0]).toEqual({ day: '2026-11-14', views: 0, started: 1, completed: 0 })
  expect(found.days[6]).toEqual({ day: '2026-11-20', views: 2, started: 2, completed: 1 })
  expect((await quests()).quests).toMatchObject([
    { slug: busy.slug, status: 'live', views: 1, started: 2, completed: 1, places: { taken: 1 } },
    { slug: calm.slug, views: 1, started: 1, completed: 0, places: { taken: 0 } },
  ])
  expect((await quests({ search: ` ${calm.slug.toUpperCase()} ` })).quests.map(({ slug }) => slug)).toEqual([calm.slug])
  expect((await quests({ search: '%' })).quests).toEqual([])
})
