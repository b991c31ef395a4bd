import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rollupBatches, rollupTxs } from '#drizzle/schema/rollup.ts'
import { transact } from '#drizzle/transact.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { message, type WebhookType } from '#server/webhooks/payloads.ts'
import { sweep } from '#server/webhooks/sweepStore.ts'
import { tellEnded, tellFinalCredentials, tellMoments } from '#server/webhooks/tellStore.ts'
import { evmWallet, solanaWallet } from '#tests/support/members.ts'
import { liveQuest, stepResult } from '#tests/support/questFixture.ts'
import { issuerSecret, slotDomain } from '#tests/support/slotFixture.ts'
import { judge } from '#tests/support/webhookServer.ts'
import { everyType, makeProject, type Project, startWebhookSite, type WebhookSite } from '#tests/support/webhookSite.ts'

let world: WebhookSite
let project: Project
beforeAll(async () => {
  world = await startWebhookSite()
  project = await makeProject(world)
})
afterAll(() => world.stop())

type Told = { type: WebhookType; timestamp: string; data: Record<string, Record<string, unknown>> & { batch?: number; reason?: number } }
/** What a space was told, oldest first; each must be just what its schema says. */
async function told(space = project.space): Promise<Told[]> {
  const { rows } = await world.site.pool.query(
    `select v.type, v.body from webhook_events v join spaces s on s.id = v.space_id where s.slug = $1 order by v.id`,
    [space],
  )
  return rows.map(({ type, body }) => message(type as WebhookType).parse(JSON.parse(body)) as unknown as Told)
}
const toldOf = async (slug: string, space?: string) => (await told(space)).filter(({ data }) => data.quest?.slug === slug)
const typesOf = async (slug: string) => (await toldOf(slug)).map(({ type }) => type)

const quest = (options: object = {}, { accountId, space } = project) => liveQuest(world.site, { accountId, space, ...options })
const newMember = async (wallet = evmWallet()) => {
  const { accountId } = await world.site.members.accounts.signInWith(wallet.id as `eip155:0x${string}`)
  return { accountId, wallet }
}
const start = ({ accountId }: { accountId: string }, slug: string) => world.site.members.quests.start({ accountId, slug })
const record = (participationId: string, ...steps: Parameters<typeof stepResult>[1][]) =>
  world.site.members.follower.record(steps.map((step) => stepResult(participationId, step)))
async function complete(slug: string, who?: { accountId: string }) {
  const { participationId } = await start(who ?? (await newMember()), slug)
  await record(participationId, 'quiz', 'wrap')
}

let batches = 500
/** Puts the one mint of a quest into a batch of its own, whose number is the leaf of its credential. */
async function seal(slug: string) {
  const number = ++batches
  const zero = { oldRoot: 0n, newRoot: 0n, dataCommit: 0n, wordsHash: 0n, challenge: 0n, evaluation: 0n }
  const counts = { timestamp: 0, effects: 0, inboxFrom: 0, inboxTo: 0, credentials: 1, accounts: 0 }
  await world.site.db
    .insert(rollupBatches)
    .values({ number, circuit: 'small', calldata: '', lengths: '0', requestIds: [], ...zero, ...counts })
  await world.site.pool.query(
    `with sealed as (
       update credentials c set slot_index = $1, serial = 0, issued_at = '2027-01-15T08:00:00Z' from quests q
       where q.id = c.quest_id and q.slug = $2 returning c.tx_id)
     update rollup_txs set batch = $1, status = 'batched' where id in (select tx_id from sealed)`,
    [number, slug],
  )
  return number
}
const makeFinal = (batch: number) => transact(world.site.db, (connection) => tellFinalCredentials(connection, batch))

describe('before a space has an endpoint', () => {
  it('nothing is written, and after its last one is removed nothing more', async () => {
    const { slug } = await quest()
    await complete(slug)
    await tellEnded(world.site.db)
    expect(await told()).toEqual([])
    const { id } = await project.add('/first')
    await start(await newMember(), slug)
    expect(await typesOf(slug)).toEqual(['participation.started'])
    await project.call('remove', { id })
    await start(await newMember(), slug)
    expect(await typesOf(slug)).toEqual(['participation.started'])
  })
})

describe('a space with an endpoint', () => {
  let endpoint: { id: string; secret: string }
  beforeAll(async () => {
    endpoint = await project.add('/all')
  })

  it('is told of a quest from its publication to the last CUBE, each once, in the words that the docs give', async () => {
    const { slug } = await quest({ supply: 7 })
    expect(await typesOf(slug)).toEqual(['quest.published', 'quest.live'])
    const who = await newMember()
    await world.site.pool.query(`update accounts set handle = 'tellee' where id = $1`, [who.accountId])
    const { participationId } = await start(who, slug)
    await start(who, slug)
    await record(participationId, 'quiz')
    await record(participationId, 'quiz')
    expect(await typesOf(slug)).toEqual(['quest.published', 'quest.live', 'participation.started', 'step.passed'])
    await record(participationId, 'wrap')
    const batch = await seal(slug)
    await makeFinal(batch)
    await makeFinal(batch)
    const all = await toldOf(slug)
    expect(all.map(({ type }) => type)).toEqual([
      ...['quest.published', 'quest.live', 'participation.started', 'step.passed', 'step.passed', 'quest.completed', 'credential.final'],
    ])
    const [published, , started, quiz, , completed, final] = all
    expect(published?.data).toMatchObject({
      space: { slug: project.space, name: 'A project' },
      quest: { slug, version: 1, supply: 7, completed: 0, title: { en: 'Learn and wrap', ja: 'Learn and wrap。' } },
    })
    const member = { wallet: `eip155:1:${who.wallet.address}`, handle: 'tellee' }
    expect(started?.data).toMatchObject({ member, participation: { id: participationId } })
    expect(quiz?.data).toMatchObject({ member, step: { id: 'quiz', title: { en: 'Answer' } } })
    expect(final?.data).toMatchObject({ member, batch, credential: { index: batch, serial: 0, issuedAt: '2027-01-15T08:00:00.000Z' } })
    expect(final?.data.credential?.id).toBe(completed?.data.credential?.id)
  })

  it('gets all of it, signed as the spec says', async () => {
    const { slug } = await quest()
    await complete(slug)
    await world.deliver()
    const got = world.server.at('/all').filter(({ body }) => JSON.parse(body).data.quest?.slug === slug)
    expect(got.map(({ body }) => JSON.parse(body).type).toSorted()).toEqual(
      ['quest.published', 'quest.live', 'participation.started', 'step.passed', 'step.passed', 'quest.completed'].toSorted(),
    )
    for (const one of got) expect(judge(endpoint.secret, one, world.site.clock.ms)).toEqual(JSON.parse(one.body))
  })

  it('names the wallet that the CUBE was minted to, of Solana, too', async () => {
    const { slug } = await quest()
    const who = await newMember(solanaWallet())
    await complete(slug, who)
    const [completed] = (await toldOf(slug)).filter(({ type }) => type === 'quest.completed')
    expect(completed?.data.member).toEqual({ wallet: `solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:${who.wallet.address}`, handle: null })
  })

  it('is told once of a step that a reorg took back and that passed again, and of no step that failed', async () => {
    const { slug } = await quest()
    const { participationId } = await start(await newMember(), slug)
    const wrap = (status: 'pass' | 'fail' | 'pending' | 'error') =>
      world.site.members.follower.record([stepResult(participationId, 'wrap', status)])
    for (const status of ['pending', 'error', 'fail'] as const) await wrap(status)
    expect(await typesOf(slug)).not.toContain('step.passed')
    for (const status of ['pass', 'fail', 'pass'] as const) await wrap(status)
    expect((await typesOf(slug)).filter((type) => type === 'step.passed')).toHaveLength(1)
  })

  it('is told of nothing that was rolled back', async () => {
    const { slug } = await quest()
    const before = await told()
    const { rows } = await world.site.pool.query('select id from quests where slug = $1', [slug])
    const undone = transact(world.site.db, async (connection) => {
      await tellMoments(connection, [{ type: 'quest.ended', questId: rows[0].id }])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await told()).toEqual(before)
  })

  it('is told of nothing that happens in another space', async () => {
    const other = await makeProject(world)
    const { id } = await other.add('/other')
    const { slug } = await quest({}, other)
    await complete(slug)
    expect(await toldOf(slug)).toEqual([])
    expect((await toldOf(slug, other.space)).length).toBeGreaterThan(4)
    await world.deliver()
    expect(world.server.at('/all').filter(({ body }) => body.includes(slug))).toEqual([])
    expect((await other.log(id)).length).toBe((await told(other.space)).length)
  })

  it('is told once that a quest has ended, however many look', async () => {
    const { slug } = await quest({ closesAt: new Date(world.site.clock.ms + 60_000) })
    await tellEnded(world.site.db)
    expect(await typesOf(slug)).not.toContain('quest.ended')
    await world.site.pool.query(`update quests set closes_at = now() - interval '1 second' where slug = $1`, [slug])
    await Promise.all([tellEnded(world.site.db), tellEnded(world.site.db), tellEnded(world.site.db)])
    await tellEnded(world.site.db)
    expect((await typesOf(slug)).filter((type) => type === 'quest.ended')).toHaveLength(1)
    const { slug: old } = await quest()
    await world.site.pool.query(`update quests set closes_at = now() - interval '3 days' where slug = $1`, [old])
    await tellEnded(world.site.db)
    expect(await typesOf(old)).not.toContain('quest.ended')
  })

  it('is told of a CUBE that its issuer took back, once the batch that did so is final', async () => {
    const { slug } = await quest()
    await complete(slug)
    const [index, batch] = [await seal(slug), ++batches]
    const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
    const revoke = signLedgerTx(fastHasher, { kind: 'revoke', credential: index, reason: 3 }, { domain, secret: issuerSecret })
    const row = { kind: 'ledger', entry: 'revoke', payload: {}, batch, words: encodeLedgerTx(revoke) } as const
    await world.site.db.insert(rollupTxs).values({ ...row, key: `revoke:${index}`, status: 'final' })
    await world.site.db.insert(rollupTxs).values({ ...row, key: `revoke:${index}:again`, status: 'refused', batch: batch + 1 })
    await makeFinal(batch + 1)
    expect(await typesOf(slug)).not.toContain('credential.revoked')
    await makeFinal(batch)
    const revoked = (await toldOf(slug)).filter(({ type }) => type === 'credential.revoked')
    expect(revoked).toMatchObject([{ data: { batch, reason: 3, credential: { index } } }])
    batches++
  })

  it('is told of prizes as CUBEs, not as quests that somebody did', async () => {
    const { slug } = await quest()
    const { rows } = await world.site.pool.query('select id, space_id from quests where slug = $1', [slug])
    const prize = await quest({ slug: `${slug}-won` })
    await complete(prize.slug)
    const batch = await seal(prize.slug)
    await world.site.pool.query(`update quests set prize_of = $1, prize_tier = 0 where slug = $2`, [rows[0].id, prize.slug])
    await world.site.pool.query(`delete from webhook_events where body like '%' || $1 || '%'`, [prize.slug])
    const ids = await world.site.pool.query(
      `select q.id as quest, p.id as participation, c.id as credential from quests q join participations p on p.quest_id = q.id
       join credentials c on c.quest_id = q.id where q.slug = $1`,
      [prize.slug],
    )
    const { quest: questId, participation, credential } = ids.rows[0]
    await tellMoments(world.site.db, [
      { type: 'quest.published', questId },
      { type: 'quest.live', questId },
      { type: 'participation.started', participationId: participation },
      { type: 'quest.completed', credentialId: credential },
    ])
    expect(await typesOf(prize.slug)).toEqual([])
    await makeFinal(batch)
    expect(await typesOf(prize.slug)).toEqual(['credential.final'])
  })

  it('is told only what it asked for', async () => {
    const { id } = await project.add('/few', ['quest.completed', 'quest.ended'])
    const { slug } = await quest()
    await complete(slug)
    expect((await project.log(id)).map(({ type }) => type)).toEqual(['quest.completed'])
  })
})

describe('what a message holds', () => {
  it('is no secret: no ids of accounts, answers, e-mail or sealed things', async () => {
    const { rows } = await world.site.pool.query('select id from accounts')
    const all = JSON.stringify(await told())
    for (const { id } of rows) expect(all).not.toContain(id)
    expect(all).not.toMatch(/whsec_|"answer|sealed|sessionToken/)
  })

  it('has room for every type that there is', async () => {
    const seen = new Set((await told()).map(({ type }) => type))
    expect(everyType.filter((type) => !seen.has(type))).toEqual([])
  })
})

describe('sweeping', () => {
  it('takes away what is older than we keep, and what is left of removed endpoints after an hour', async () => {
    const other = await makeProject(world)
    const { id } = await other.add('/swept')
    for (let i = 0; i < 3; i++) await other.test(id)
    const spaceOf = `select id from spaces where slug = $1`
    const count = async (what: string) =>
      Number((await world.site.pool.query(`select count(*) from ${what} where space_id = (${spaceOf})`, [other.space])).rows[0].count)
    await world.site.pool.query(
      `update webhook_events set created_at = now() - interval '31 days' where id = (select min(id) from webhook_events where space_id = (${spaceOf}))`,
      [other.space],
    )
    const before = new Date(Date.now() - 30 * 86_400_000)
    await sweep(world.site.db, before)
    expect(await count('webhook_events')).toBe(2)
    expect(await other.log(id)).toHaveLength(2)
    await other.call('remove', { id })
    await sweep(world.site.db, before)
    expect(await count('webhook_endpoints')).toBe(1)
    await world.site.pool.query(`update webhook_endpoints set removed_at = now() - interval '2 hours' where id = $1`, [id])
    await sweep(world.site.db, before)
    expect(await count('webhook_endpoints')).toBe(0)
    expect((await world.site.pool.query('select from webhook_deliveries where endpoint_id = $1', [id])).rowCount).toBe(0)
  })
})
