import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeQuest } from '#server/quests/completeQuest.ts'
import type { Prerequisite } from '#server/quests/prerequisites/prerequisite.ts'
import { emptyQuest, toFields } from '#server/rollup/state/leafFields.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, passSteps, sealMints, stepResult } from '#tests/support/questFixture.ts'
import { worldIssuer } from '#tests/support/xpWorld.ts'

let site: Site
let owner: string
let batch = 0
beforeAll(async () => {
  site = await startSite({ deps: { platform: worldIssuer } })
  site.clock.ms = Date.parse('2027-01-15T09:00:00Z')
  owner = await newAccount()
})
afterAll(() => site.drop())

const newAccount = async () => (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId
const start = (accountId: string, slug: string) => site.members.quests.start({ accountId, slug })
const statesOf = async (accountId: string, slug: string) => (await site.members.quests.progress({ accountId, slug })).prerequisites
const questAsking = (...prerequisites: Prerequisite[]) => liveQuest(site, { accountId: owner, definition: definition({ prerequisites }) })
const revoke = (leaf: number) =>
  site.pool.query(`insert into rollup_leaves (tree, index, batch, fields) values ($1, $2, 999, '{"revoked":"3"}')`, [
    treeIds.credentials,
    leaf,
  ])

async function complete(accountId: string, slug: string) {
  const { participationId } = await start(accountId, slug)
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
}

/** The leaf of a quest as the slot keeps it: what scores read. */
async function leafOf(slug: string, points: bigint) {
  const { rows } = await site.pool.query('select slot_index from quests where slug = $1', [slug])
  const fields = toFields({ ...emptyQuest, category: 3n, points, issuerKeyX: worldIssuer.x, issuerKeyY: worldIssuer.y })
  await site.pool.query('insert into rollup_leaves (tree, index, batch, fields) values ($1, $2, 0, $3)', [
    treeIds.quests,
    rows[0].slot_index,
    fields,
  ])
}

describe('a quest with prerequisites', () => {
  it('is begun only by who completed the quest that it asks for, and its page names that quest', async () => {
    const first = await liveQuest(site, { accountId: owner })
    const second = await questAsking({ kind: 'quest', quest: first.slug })
    const member = await newAccount()
    const page = await site.members.quests.bySlug({ slug: second.slug, accountId: null })
    expect(page.prerequisites).toEqual([{ kind: 'quest', quest: first.slug, title: definition().title }])
    expect(await statesOf(member, second.slug)).toEqual([{ kind: 'quest', met: false, found: 'none' }])
    await expect(start(member, second.slug)).rejects.toMatchObject({
      code: 'quest.prerequisite',
      meta: { field: 'prerequisites.0', found: 'none', expected: `quest ${first.slug}` },
    })
    expect((await site.pool.query('select 1 from participations where account_id = $1', [member])).rowCount).toBe(0)
    await complete(member, first.slug)
    await sealMints(site, ++batch, 'final')
    await complete(member, second.slug)
    await sealMints(site, ++batch, 'final')
    expect((await site.members.quests.progress({ accountId: member, slug: second.slug })).completedAt).not.toBeNull()
  })

  it('asks for a CUBE that is final, and looks again when the place is taken', async () => {
    const first = await liveQuest(site, { accountId: owner })
    const second = await questAsking({ kind: 'credential', quest: first.slug })
    const member = await newAccount()
    await complete(member, first.slug)
    expect(await statesOf(member, second.slug)).toEqual([{ kind: 'credential', met: false, found: 'settling' }])
    await sealMints(site, ++batch, 'final')
    const leaf = batch
    const { participationId } = await start(member, second.slug)
    await passSteps(site, participationId)
    await revoke(leaf)
    await expect(completeQuest(site.members.questDeps, { participationId })).rejects.toMatchObject({
      code: 'quest.prerequisite',
      meta: { field: 'prerequisites.0', found: 'revoked' },
    })
    expect((await site.pool.query('select completed from quests where slug = $1', [second.slug])).rows[0].completed).toBe(0)
    // The follower takes it for what it is, and goes on with others.
    await site.members.follower.record([stepResult(participationId, 'wrap')])
    await site.pool.query('delete from rollup_leaves where batch = 999')
    expect(await completeQuest(site.members.questDeps, { participationId })).toMatchObject({ repeated: false })
    await sealMints(site, ++batch, 'final')
  })

  it('asks for a score by the formula in force', async () => {
    const first = await liveQuest(site, { accountId: owner })
    await leafOf(first.slug, 80n)
    const [within, above] = [await questAsking({ kind: 'score', min: 80 }), await questAsking({ kind: 'score', min: 81 })]
    const member = await newAccount()
    expect(await statesOf(member, within.slug)).toEqual([{ kind: 'score', met: false, found: '0' }])
    await complete(member, first.slug)
    await sealMints(site, ++batch, 'final')
    await start(member, within.slug)
    await expect(start(member, above.slug)).rejects.toMatchObject({
      code: 'quest.prerequisite',
      meta: { found: '80', expected: 'a score of at least 81' },
    })
  })
})

describe('an author', () => {
  const draft = (slug: string, ...prerequisites: Prerequisite[]) =>
    site.members.quests.create({
      accountId: owner,
      slug,
      definition: definition({ prerequisites }),
      supply: 1,
      opensAt: new Date(site.clock.ms),
      closesAt: new Date(site.clock.ms + 3_600_000),
    })

  it('cannot make a quest that requires itself, directly or by others', async () => {
    await expect(draft('snake', { kind: 'quest', quest: 'snake' })).rejects.toMatchObject({
      code: 'quest.malformed',
      meta: { field: 'definition.prerequisites.0.quest', found: 'snake → snake' },
    })
    await draft('head', { kind: 'quest', quest: 'body' })
    await draft('body', { kind: 'score', min: 5 }, { kind: 'credential', quest: 'tail' })
    await expect(draft('tail', { kind: 'credential', quest: 'head' })).rejects.toMatchObject({
      code: 'quest.malformed',
      meta: { field: 'definition.prerequisites.0.quest', found: 'tail → head → body → tail' },
    })
  })

  it('publishes a quest after those that it requires', async () => {
    await draft('begins')
      .then(() => expect.unreachable())
      .catch((error: { code: string }) => expect(error.code).toBe('quest.malformed'))
    const first = await liveQuest(site, { accountId: owner })
    await draft('waits', { kind: 'quest', quest: first.slug }, { kind: 'quest', quest: 'nowhere' })
    await expect(site.members.quests.publish({ accountId: owner, slug: 'waits' })).rejects.toMatchObject({
      code: 'quest.malformed',
      meta: { field: 'definition.prerequisites.1.quest', found: 'nowhere', expected: 'a published quest' },
    })
    await draft('follows', { kind: 'quest', quest: first.slug })
    expect(await site.members.quests.publish({ accountId: owner, slug: 'follows' })).toMatchObject({ status: 'publishing' })
  })
})
