import { type Client, createClient, custom, decodeFunctionData, encodeFunctionResult, type Hex, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { deployments } from '#drizzle/schema/rollup.ts'
import type { LaneVote } from '#server/api/types.ts'
import { Browser, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, sealMints, stepResult } from '#tests/support/questFixture.ts'

const lane = '0x00000000000000000000000000000000000000aa'
/** What the rollup answers: its lanes by class, and the bits of those that voted. `away`: it does not answer. */
const l2 = { lanes: [1], voted: 0n, away: false }

const client: Client = createClient({
  transport: custom(
    {
      async request({ method, params }) {
        if (l2.away || method !== 'eth_call') throw new Error('away')
        const call = decodeFunctionData({ abi: rollupAbi, data: (params as [{ data: Hex }])[0].data })
        if (call.functionName === 'threshold') return encodeFunctionResult({ abi: rollupAbi, functionName: 'threshold', result: 1 })
        if (call.functionName === 'lane')
          return encodeFunctionResult({
            abi: rollupAbi,
            functionName: 'lane',
            result: l2.lanes.includes(call.args[0]) ? lane : zeroAddress,
          })
        return encodeFunctionResult({ abi: rollupAbi, functionName: 'batch', result: [2, zeroHash, zeroHash, 0n, l2.voted] })
      },
    },
    { retryCount: 0 },
  ),
})

let site: Site
let holder: string
beforeAll(async () => {
  site = await startSite({ evmClient: () => client })
  const owner = await new Browser(site).signIn(evmWallet())
  const change = { expiresAfterSeconds: 86_400, points: 70 }
  const { slug } = await liveQuest(site, { accountId: owner.accountId, slug: 'recorded', definition: definition(change), supply: 30 })
  holder = (await new Browser(site).signIn(evmWallet())).accountId
  const { participationId } = await site.members.quests.start({ accountId: holder, slug })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
  await sealMints(site, 1, 'proposed')
  await site.pool.query(`update credentials set serial = 4, evidence_root = '0xroot', evidence_position = 1 where slot_index = 1`)
  const place = { chainId: 31_338, address: lane, blockNumber: 1 }
  await site.db.insert(deployments).values([
    { name: 'rollup', ...place },
    { name: 'inbox', ...place },
  ])
})
afterAll(() => site.drop())

const record = () => site.members.credentials.record({ index: 1, viewerId: null })
const votes = async () =>
  Object.fromEntries((await site.members.credentials.votes({ batch: 1 })).votes.map((vote): [string, LaneVote] => [vote.lane, vote]))

it('tells the rules in words, the evidence by digests, and until when it holds', async () => {
  const found = await record()
  expect(found).toMatchObject({ index: 1, serial: 4, supply: 30, revoked: null, expiresAt: '2027-01-16T08:00:00.000Z' })
  expect(found.rules).toMatchObject({ version: 1, order: 'any', hash: expect.stringMatching(/^0x[0-9a-f]{62}$/) })
  const [quiz, wrap] = found.rules.steps
  expect([quiz?.id, wrap?.id]).toEqual(['quiz', 'wrap'])
  for (const step of [quiz, wrap]) {
    expect(step?.digest).toMatch(/^0x[0-9a-f]{62}$/)
    expect(step?.rule.en.length).toBeGreaterThan(5)
    expect(step?.rule.ja.length).toBeGreaterThan(5)
  }
  expect(found.evidence).toEqual({ digest: expect.stringMatching(/^0x[0-9a-f]{62}$/), root: '0xroot', position: 1 })
  // The answers of a quiz are no words of its rule.
  expect(JSON.stringify(found)).not.toContain('"answer"')
})

it('keeps the words of the version that it was earned by', async () => {
  const { rows } = await site.pool.query(
    `select definition from quest_versions v join quests q on q.id = v.quest_id where q.slug = 'recorded'`,
  )
  const later = { ...rows[0].definition, title: { en: 'Renamed', ja: '改題' }, points: 1, expiresAfterSeconds: 0 }
  await site.pool.query(
    `insert into quest_versions (quest_id, version, definition, rules_hash) select id, 2, $1, '0xlater' from quests where slug = 'recorded'`,
    [later],
  )
  await site.pool.query(`update quests set published_version = 2 where slug = 'recorded'`)
  const found = await record()
  expect(found.quest).toMatchObject({ title: { en: 'Learn and wrap', ja: 'Learn and wrap。' }, points: 70 })
  expect(found.rules.version).toBe(1)
  expect(found.expiresAt).not.toBeNull()
})

it('tells a revocation, and whether it is final', async () => {
  const write = (batch: number, fields: object) =>
    site.pool.query('insert into rollup_leaves (tree, index, batch, fields) values (2, 1, $1, $2)', [batch, fields])
  await write(1, { account: '1' })
  expect((await record()).revoked).toBeNull()
  await write(2, { account: '1', revoked: '3' })
  expect((await record()).revoked).toEqual({ batch: 2, final: false, reason: 'cheated', words: null })
  await sealMints(site, 2, 'final')
  expect((await record()).revoked).toEqual({ batch: 2, final: true, reason: 'cheated', words: null })
})

it('knows no credential where there is none', async () => {
  for (const index of [7, 2 ** 31, 2 ** 32 - 1])
    await expect(site.members.credentials.record({ index, viewerId: null })).rejects.toMatchObject({ code: 'not-found' })
  await expect(site.members.credentials.votes({ batch: 99 })).rejects.toMatchObject({ code: 'not-found' })
})

it('reads votes from the contract, and a lane that it does not have is not active', async () => {
  expect(await votes()).toMatchObject({ zk: { state: 'waiting' }, tee: { state: 'inactive' }, op: { state: 'inactive' } })
  l2.voted = 0b10n
  await site.pool.query(`update rollup_batches set proven_at = '2027-01-15T08:00:20Z', vote_tx = '0xvote' where number = 1`)
  expect((await votes()).zk).toEqual({ lane: 'zk', state: 'voted', at: '2027-01-15T08:00:20.000Z', tx: '0xvote' })
  // A note of ours is no vote where the contract has none.
  l2.voted = 0n
  expect((await votes()).zk).toMatchObject({ state: 'waiting', at: null, tx: null })
})

it('tells lanes apart that voted, that may still, and that did not in time', async () => {
  const other = await startSite({ evmClient: () => client })
  await other.db.insert(deployments).values(['rollup', 'inbox'].map((name) => ({ name, chainId: 31_338, address: lane, blockNumber: 1 })))
  await sealMints(other, 1, 'proposed')
  l2.lanes = [1, 2, 3]
  l2.voted = 0b110n
  const states = async () => (await other.members.credentials.votes({ batch: 1 })).votes.map(({ state }) => state)
  expect(await states()).toEqual(['voted', 'voted', 'waiting'])
  await other.pool.query(`update rollup_batches set final_at = now() where number = 1`)
  expect(await states()).toEqual(['voted', 'voted', 'silent'])
  await other.drop()
})

it('does not guess while L2 is away: only the proof that was noted is told', async () => {
  l2.away = true
  expect(await site.members.credentials.votes({ batch: 1 })).toMatchObject({ needed: null })
  expect(await votes()).toMatchObject({ zk: { state: 'voted', tx: '0xvote' }, tee: { state: 'unknown' }, op: { state: 'unknown' } })
  l2.away = false
})
