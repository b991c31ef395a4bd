import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments, rollupBatches } from '#drizzle/schema/index.ts'
import type { NoticeView } from '#server/api/types.ts'
import { issuerKeyOf } from '#server/compose/issuers.ts'
import { revokePort } from '#server/compose/revokes.ts'
import { sealed } from '#server/compose/sealed.ts'
import type { RevocationView } from '#server/insights/revoke/revokeCredential.ts'
import { tellFinal } from '#server/news/tellStore.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import type { IssuerPort } from '#server/rollup/sequencer/ports.ts'
import { signRevokes } from '#server/rollup/sequencer/signRevokes.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, errorOf, type Site, startSite } from '#tests/support/members.ts'
import { definition, stepResult } from '#tests/support/questFixture.ts'
import { issuerSecret, now, openQuest, slotDomain } from '#tests/support/slotFixture.ts'
import { domain, newMempool, newSequencer, queueItems } from '../rollup/sequencer/ledgerFixture.ts'
import { type Member, newColleague, newMember, newProject, type Project } from './insightWorld.ts'

let site: Site
let project: Project
let other: Project
let engine: ReturnType<typeof newSequencer>
beforeAll(async () => {
  site = await startSite()
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }))
  await site.db.insert(deployments).values(rows)
  engine = newSequencer(site.db, { sealed, policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000 } })
  project = await newProject(site, 'quarry')
  other = await newProject(site, 'scree')
})
afterAll(() => site.drop())

const seal = async () => {
  while (await engine.sealNext());
}
const finish = () => site.db.update(rollupBatches).set({ status: 'final' })
const willing: IssuerPort = { sign: async (_quest, message) => sign(fastHasher, issuerSecret, message) }
const keyOf = (quest: number) => issuerKeyOf(site.db, quest)
const takeBack = (issuer = willing) =>
  signRevokes({ db: site.db, hasher: fastHasher, domain: slotDomain, issuer, revokes: revokePort, keyOf, log: pino({ level: 'silent' }) })

/** A quest of a project that is open in the slot, with the issuer that `willing` signs as. */
async function openIn({ accountId, space, browser, wallet }: Project, slug: string, terms: { revocable?: boolean } = {}) {
  await site.members.quests.create({
    ...{ accountId, space, slug, definition: definition({ points: 120 }), supply: 10 },
    ...{ opensAt: new Date((now - 20_000_000) * 1000), closesAt: new Date((now + 86_400) * 1000) },
  })
  await site.members.quests.publish({ accountId, slug })
  await browser.mutate('money.openAccount')
  await seal()
  await finish()
  const { account } = await site.members.money.overview({ accountId })
  const { rows } = await site.pool.query(`select payload from rollup_txs where kind = 'openQuest' order by created_at desc limit 1`)
  const { questIndex: quest, rulesHash } = rows[0].payload
  const owner = { account: account.index ?? -1, authoriser: walletWord(wallet.id as `eip155:0x${string}`) }
  await queueItems(site.db, [openQuest({ quest, rulesHash: BigInt(rulesHash), points: 120, closesAt: now + 86_400, ...owner, ...terms })])
  await seal()
}

/** A member who completed the quest; its credential is in a batch. */
async function completed(slug: string): Promise<Member & { credential: string; index: number }> {
  const member = await newMember(site)
  const { participationId } = await site.members.quests.start({ accountId: member.accountId, slug })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
  await seal()
  const { rows } = await site.pool.query(`select id, slot_index from credentials where account_id = $1`, [member.accountId])
  return { ...member, credential: rows[0].id, index: rows[0].slot_index }
}

const why = { reason: 'multiple', words: 'These three accounts did the same within a second.' }
const revoke = (credential: string, input: object = {}, by: Member = project) =>
  by.browser.mutate('studio.insights.revoke', { space: 'quarry', credential, ...why, ...input })
const revocations = async (quest: string) =>
  dataOf<{ items: RevocationView[] }>(await project.browser.query('studio.insights.revocations', { space: 'quarry', quest })).items
const recordFor = (index: number, viewerId: string | null) => site.members.credentials.record({ index, viewerId })

let cut = -1

describe('a credential that its project takes back', () => {
  let holder: Awaited<ReturnType<typeof completed>>
  beforeAll(async () => {
    await openIn(project, 'cut')
    holder = await completed('cut')
    cut = holder.index
  })

  it('is asked for with a reason, and logged', async () => {
    expect(dataOf(await revoke(holder.credential))).toEqual({ credential: holder.credential, state: 'asked' })
    const { rows } = await site.pool.query(`select id from spaces where slug = 'quarry'`)
    expect((await createAuditStore(site.db).list(rows[0].id, null, 1))[0]).toMatchObject({
      action: 'credential.revoked',
      subject: holder.credential,
      after: { quest: 'cut', index: holder.index, ...why },
    })
    expect(await revocations('cut')).toMatchObject([{ state: 'asked', tx: null, credential: { index: holder.index }, ...why }])
  })

  it('stays while it is not final, and while the issuer does not sign', async () => {
    expect(await takeBack()).toBe(0)
    await finish()
    expect(await takeBack({ sign: async () => null })).toBe(0)
    expect(await takeBack({ sign: () => Promise.reject(new Error('the signer is away')) })).toBe(0)
    expect((await recordFor(holder.index, null)).revoked).toBeNull()
  })

  it('is revoked in the slot by a tx that the issuer signed, once, and brings no XP any more', async () => {
    expect((await site.members.reputation.standing({ accountId: holder.accountId, viewerId: null })).xp).toBe(120)
    expect(await Promise.all([takeBack(), takeBack()])).toContain(1)
    expect(await takeBack()).toBe(0)
    const { rows } = await site.pool.query(`select count(*)::integer as n from rollup_txs where entry = 'revoke'`)
    expect(rows[0].n).toBe(1)
    expect(await revocations('cut')).toMatchObject([{ state: 'accepted', tx: expect.stringMatching(/^0x[0-9a-f]{64}$/) }])
    await seal()
    expect(await revocations('cut')).toMatchObject([{ state: 'batched', refusal: null }])
    expect((await site.members.reputation.standing({ accountId: holder.accountId, viewerId: null })).xp).toBe(0)
    await finish()
    expect(await revocations('cut')).toMatchObject([{ state: 'final' }])
  })

  it('tells its holder why, and everyone else the kind of reason only', async () => {
    const { rows } = await site.pool.query(`select batch from rollup_txs where entry = 'revoke'`)
    expect((await recordFor(holder.index, holder.accountId)).revoked).toEqual({ batch: rows[0].batch, final: true, ...why })
    for (const viewer of [null, project.accountId])
      expect((await recordFor(holder.index, viewer)).revoked).toMatchObject({ reason: 'multiple', words: null })
    await site.db.transaction((tx) => tellFinal(tx, rows[0].batch))
    const { items } = dataOf<{ items: NoticeView[] }>(await holder.browser.query('news.list', {}))
    expect(items.filter(({ kind }) => kind === 'cube.revoked')).toMatchObject([
      { facts: { credential: holder.index, batch: rows[0].batch, reason: 'multiple' }, quest: { slug: 'cut' } },
    ])
  })

  it('shows among the participants', async () => {
    const input = { space: 'quarry', quest: 'cut', state: 'revoked' }
    expect(dataOf(await project.browser.query('studio.insights.participants', input))).toMatchObject({
      items: [{ account: { id: holder.accountId }, credential: { id: holder.credential, state: 'final', revocation: 'done' } }],
    })
  })

  it('is asked for once, however many ask at once', async () => {
    const { credential } = await completed('cut')
    const answers = await Promise.all(Array.from({ length: 5 }, () => revoke(credential)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
  })

  it('does not wait for another quest’s issuer, however much that one has to sign', async () => {
    await openIn(project, 'unsigned')
    const [first, second, third] = [await completed('unsigned'), await completed('unsigned'), await completed('unsigned')]
    await openIn(project, 'signed')
    const last = await completed('signed')
    await finish()
    for (const { credential } of [first, second, third, last]) dataOf(await revoke(credential))
    const due = await revokePort.due(site.db, 3)
    expect(due.map(({ credential }) => credential)).toContain(last.index)
    const quest = due.find(({ credential }) => credential === last.index)?.quest
    expect(await takeBack({ sign: async (of, message) => (of === quest ? sign(fastHasher, issuerSecret, message) : null) })).toBe(1)
    expect(await revocations('signed')).toMatchObject([{ state: 'accepted' }])
    expect((await revocations('unsigned')).map(({ state }) => state)).toEqual(['asked', 'asked', 'asked'])
  })

  it('is not taken from whoever hands the slot a revoke of the issuer’s before the batch is final: its leaf may become another’s', async () => {
    await openIn(project, 'early')
    const { index } = await completed('early')
    const words = encodeLedgerTx(
      signLedgerTx(fastHasher, { kind: 'revoke', credential: index, reason: 1 }, { domain, secret: issuerSecret }),
    )
    const hand = () => newMempool(site.db).submit(words)
    await expect(hand()).rejects.toMatchObject({ code: 'rollup.refused', meta: { reason: 'credential.not-final', credential: index } })
    await finish()
    expect(await hand()).toMatchObject({ chainId: slotDomain.chainId })
    await seal()
    expect((await recordFor(index, null)).revoked).toMatchObject({ reason: 'mistake', final: false })
  })

  it('is one of a quest that did not promise otherwise', async () => {
    await openIn(project, 'kept', { revocable: false })
    const { credential } = await completed('kept')
    expect(errorOf(await revoke(credential)).data).toMatchObject({ code: 'conflict', field: 'credential', found: 'not revocable' })
    expect(await revocations('kept')).toEqual([])
  })

  it('was minted', async () => {
    const { credential } = await completed('cut')
    await site.pool.query(`update rollup_txs set status = 'refused' where id = (select tx_id from credentials where id = $1)`, [credential])
    expect(errorOf(await revoke(credential)).data).toMatchObject({ code: 'conflict', found: 'refused' })
  })
})

const look = (credential: string, by: Member = project) => by.browser.query('studio.insights.revocable', { space: 'quarry', credential })

describe('a credential that somebody looks for to take it back', () => {
  it('is found by its number, its page, its URN and its id, by those who may revoke', async () => {
    await openIn(project, 'sought')
    const { credential, index } = await completed('sought')
    const reviewer = await newColleague(site, 'quarry', 'reviewer')
    const expected = { id: credential, index, quest: { slug: 'sought' }, state: 'batched', stays: false, revocation: null }
    const urn = `urn:cairn:eip155:1:0x${'1'.repeat(40)}:credential:${index}`
    for (const name of [`${index}`, ` #${index} `, `https://cairn.example/ja/explorer/credentials/${index}?x=1`, urn, credential])
      expect(dataOf(await look(name, reviewer))).toMatchObject(expected)
    dataOf(await revoke(credential))
    expect(dataOf(await look(`${index}`))).toMatchObject({ revocation: 'asked' })
    expect(dataOf(await look(String(cut)))).toMatchObject({ revocation: 'done' })
  })

  it('says when its quest promised that it stays', async () => {
    await openIn(project, 'staying', { revocable: false })
    expect(dataOf(await look((await completed('staying')).credential))).toMatchObject({ stays: true })
  })
})

const anyCredential = async () => (await site.pool.query(`select credential_id as id from revocations limit 1`)).rows[0].id as string

runBadInputs('tests/server/insights/revoke.db.test.ts', {
  async UQ22() {
    await openIn(other, 'theirs')
    return revoke((await completed('theirs')).credential)
  },
  'UQ22-none': () => revoke('11111111-2222-4333-8444-555555555555'),
  'UQ22-shape': () => revoke('1'),
  'UQ22-reason': async () => revoke(await anyCredential(), { reason: 'because' }),
  'UQ22-words': async () => revoke(await anyCredential(), { words: 'a\u202eb' }),
  'UQ22-empty': async () => revoke(await anyCredential(), { words: '' }),
  'UQ22-long': async () => revoke(await anyCredential(), { words: 'x'.repeat(501) }),
  'UQ22-twice': async () => revoke(await anyCredential()),
  async UQ24() {
    await openIn(other, 'others')
    return look(String((await completed('others')).index))
  },
  'UQ24-shape': () => look('the third one'),
  'UQ24-large': () => look('4294967296'),
  'UQ24-none': () => look('4294967295'),
  'UQ24-role': async () => look('0', await newColleague(site, 'quarry', 'analyst')),
  'UQ22-role': async () => revoke(await anyCredential(), {}, await newColleague(site, 'quarry', 'editor')),
})

it('is nobody’s to ask who is not signed in', async () => {
  const answer = await new Browser(site).mutate('studio.insights.revoke', { space: 'quarry', credential: await anyCredential(), ...why })
  expect(answer.status).toBe(401)
})
