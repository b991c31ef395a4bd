import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCubesStore } from '#server/credentials/cubesStore.ts'
import { evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, sealMints, stepResult } from '#tests/support/questFixture.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

const newAccount = async () => (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId

it('answers the credentials of a member that are in a batch: category, lifetime, finality, revocation', async () => {
  const owner = await newAccount()
  const [holder, other] = [await newAccount(), await newAccount()]
  const { cubes } = createCubesStore(site.db, Date.now)
  const slugs = [
    (await liveQuest(site, { accountId: owner, definition: definition({ category: 'defi', expiresAfterSeconds: 86_400 }) })).slug,
    (await liveQuest(site, { accountId: owner, definition: definition() })).slug,
  ]
  for (const [i, slug] of slugs.entries()) {
    const { participationId } = await site.members.quests.start({ accountId: holder, slug })
    await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
    if (i === 0) expect(await cubes(holder, {})).toEqual([])
    await sealMints(site, i + 1, i === 0 ? 'final' : 'sealed')
  }
  const [first, second] = await cubes(holder, {}).then((found) => found.toSorted((a, b) => (a.category < b.category ? -1 : 1)))
  expect(first).toMatchObject({
    quest: slugs[0],
    category: 'defi',
    issuedAt: '2027-01-15T08:00:00.000Z',
    expiresAt: '2027-01-16T08:00:00.000Z',
    revoked: false,
    final: true,
  })
  expect(second).toMatchObject({ quest: slugs[1], category: 'learn', expiresAt: null, final: false })
  expect((await cubes(holder, { category: 'defi' })).map(({ quest }) => quest)).toEqual([slugs[0]])
  expect((await cubes(holder, { quest: slugs[1] ?? '' })).map(({ quest }) => quest)).toEqual([slugs[1]])
  expect(await cubes(other, {})).toEqual([])
  await site.pool.query(
    `insert into rollup_leaves (tree, index, batch, fields) values (2, 1, 1, '{"account":"1"}'), (2, 1, 2, '{"account":"1","revoked":"3"}')`,
  )
  expect((await cubes(holder, { category: 'defi' })).map(({ revoked }) => revoked)).toEqual([true])
})
