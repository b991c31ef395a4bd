import { afterAll, beforeAll, expect, it } from 'vitest'
import { reputationFacts, scoreDeps } from '#server/compose/reputation.ts'
import { readScore } from '#server/reputation/readScore.ts'
import { emptyQuest, toFields } from '#server/rollup/state/leafFields.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, sealMints, stepResult } from '#tests/support/questFixture.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

const platform = { x: 11n, y: 12n }
const issued = Date.parse('2027-01-15T08:00:00Z')
const newAccount = async () => (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId

/** The leaf of a quest as the slot keeps it. */
async function leafOf(slug: string, terms: { category: bigint; points: bigint; issuer?: bigint; expiresAfter?: bigint }) {
  const { rows } = await site.pool.query('select slot_index from quests where slug = $1', [slug])
  const { issuer = platform.x, ...rest } = terms
  const fields = toFields({ ...emptyQuest, ...rest, issuerKeyX: issuer, issuerKeyY: platform.y })
  await site.pool.query('insert into rollup_leaves (tree, index, batch, fields) values ($1, $2, 1, $3)', [
    treeIds.quests,
    rows[0].slot_index,
    fields,
  ])
}

async function complete(accountId: string, slug: string) {
  const { participationId } = await site.members.quests.start({ accountId, slug })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
}

it('scores final credentials of the platform by what the slot says, and nothing else', async () => {
  const [owner, holder] = [await newAccount(), await newAccount()]
  const quests = [
    { category: 0n, points: 120n },
    { category: 3n, points: 80n },
    { category: 3n, points: 500n, issuer: 99n },
    { category: 3n, points: 500n },
  ]
  for (const [i, terms] of quests.entries()) {
    const { slug } = await liveQuest(site, { accountId: owner, definition: definition() })
    await leafOf(slug, terms)
    await complete(holder, slug)
    // The last is sealed, not final yet.
    await sealMints(site, i + 1, i === 3 ? 'proposed' : 'final')
  }
  const deps = { db: site.db, now: () => issued, platform }
  const score = await readScore(scoreDeps(deps), { accountId: holder })
  expect(score).toMatchObject({ score: 200n, count: 2 })
  expect(score.contributions.map(({ points, reason, contribution }) => [points, reason, contribution])).toEqual([
    [500n, 'issuer', 0n],
    [80n, null, 80n],
    [120n, null, 120n],
  ])

  const facts = reputationFacts(deps)
  expect(await facts(holder, undefined)).toEqual({ score: '200', count: 2, formulaHash: score.formulaHash, week: score.week })
  expect(await facts(holder, 'learn')).toMatchObject({ score: '80', count: 1 })
  expect(await facts(holder, 'gambling')).toBeNull()
  expect(await facts(owner, undefined)).toMatchObject({ score: '0', count: 0 })

  await site.pool.query(`insert into rollup_leaves (tree, index, batch, fields) values ($1, 1, 9, '{"revoked":"3"}')`, [
    treeIds.credentials,
  ])
  expect(await facts(holder, undefined)).toMatchObject({ score: '80', count: 1 })
  // 32 weeks later half of it is left.
  const later = reputationFacts({ ...deps, now: () => issued + 32 * 604_800_000 })
  expect(await later(holder, undefined)).toMatchObject({ score: '40' })
})
