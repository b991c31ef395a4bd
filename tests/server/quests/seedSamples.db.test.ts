import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedLocalStack } from '#server/compose/seeds.ts'
import { type Site, startSite } from '#tests/support/members.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

const address = (n: number) => `0x${n.toString(16).padStart(40, 'b')}` as const
const input = {
  wallet: address(9).replace('0x', 'eip155:0x') as `eip155:0x${string}`,
  contracts: {
    ...{ appA: 'eip155:31339', appB: 'eip155:31340', solana: 'solana:localnet' },
    ...{ weth: address(1), usd: address(2), pool: address(3), eas: address(4), schema: `0x${'ab'.repeat(32)}` as const, stone: address(5) },
  },
}

it('publishes five quests once, each with an opening handed to the slot', async () => {
  expect((await seedLocalStack(site.db, input)).created).toHaveLength(5)
  expect((await seedLocalStack(site.db, input)).created).toHaveLength(0)
  const { items } = await site.members.discover.list({ accountId: null, filter: {}, sort: 'newest', after: null, limit: 50 })
  expect(items.map(({ slug }) => slug)).toEqual(['two-worlds', 'attest', 'uniswap-swap', 'wrap-and-hold', 'learn-cairn'])
  expect(items.every(({ space }) => space.slug === 'cairn')).toBe(true)
  const { rows } = await site.pool.query(`select payload from rollup_txs where kind = 'openQuest' order by (payload->>'questIndex')::int`)
  expect(rows.map(({ payload }) => payload.questIndex)).toEqual([0, 1, 2, 3, 4])
  for (const { payload } of rows) expect(payload.rulesHash).toMatch(/^0x[0-9a-f]{62}$/)
  expect((await site.members.accounts.person({ handle: 'cairn', viewerId: null })).wallets).toEqual([input.wallet])
})

it('groups them into paths, a collection and a season, once', async () => {
  const space = await site.members.discover.space({ slug: 'cairn', accountId: null })
  expect(space.collections.map(({ slug, kind, stones }) => [slug, kind, stones.length])).toEqual([
    ['first-stones', 'path', 3],
    ['across-chains', 'path', 2],
    ['real-contracts', 'collection', 3],
  ])
  expect(space.seasons).toMatchObject([{ slug: 'season-1', state: 'running', quests: 5 }])
})

it('keeps the answers of a quiz from everything that is shown', async () => {
  const page = JSON.stringify(await site.members.quests.bySlug({ slug: 'learn-cairn', accountId: null }))
  expect(page).toContain('"choices"')
  expect(page).not.toMatch(/"answer"|"salt"/)
})
