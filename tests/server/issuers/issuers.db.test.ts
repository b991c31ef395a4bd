import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyText } from '#server/issuers/contract.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type Answer, dataOf, errorOf } from '#tests/support/members.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import { judge as judgeMessage, type Answer as Reply, status } from '#tests/support/webhookServer.ts'
import { newColleague, type Project } from '../insights/insightWorld.ts'
import { did, keyOf, secretKey, startSignerWorld } from './signerWorld.ts'

let world: Awaited<ReturnType<typeof startSignerWorld>>
let granite: Project
let basalt: Project
let signer: Awaited<ReturnType<typeof world.signerOf>>
beforeAll(async () => {
  world = await startSignerWorld()
  granite = await world.project('granite')
  basalt = await world.project('basalt')
  signer = await world.signerOf(granite, 1)
})
afterAll(() => world.stop())

const check = () => signer.call('check', { id: signer.id })
const signedLines = () =>
  readFileSync(signer.journal, 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, unknown>)

describe('a signer of its own', () => {
  it('is not chosen before it has shown its key, and no other space sees it', async () => {
    expect((await world.listed(granite)).signers).toMatchObject([
      { id: signer.id, state: 'new', inUse: false, key: signer.key, fault: null },
    ])
    expect(errorOf(await signer.call('use', { id: signer.id })).data.code).toBe('conflict')
    expect((await world.listed(basalt)).signers).toEqual([])
    expect((await basalt.browser.mutate('studio.signer.check', { space: 'basalt', id: signer.id })).status).toBe(404)
  })

  it('keeps its key although another space registered it first: who cannot show it has nothing of it', async () => {
    const squatted = dataOf<{ id: string }>(
      await basalt.browser.mutate('studio.signer.add', {
        space: 'basalt',
        name: 'Not ours',
        url: `${world.server.origin}/none`,
        key: signer.key,
      }),
    )
    expect(dataOf(await basalt.browser.mutate('studio.signer.check', { space: 'basalt', id: squatted.id }))).toMatchObject({ ok: false })
    const twice = await signer.call('add', { name: 'Again', url: `${world.server.origin}/again`, key: signer.key })
    expect(errorOf(twice).data).toMatchObject({ code: 'conflict', field: 'key' })
    dataOf(await basalt.browser.mutate('studio.signer.remove', { space: 'basalt', id: squatted.id }))
  })

  it('shows that it holds its key, and vouches for exported credentials', async () => {
    expect(dataOf(await check())).toEqual({ ok: true })
    const [first, second] = world.server.at(signer.path).slice(-2)
    if (!first || !second) throw new Error('it was not asked')
    // Any library of the spec takes what we send.
    expect(judgeMessage(signer.secret, first)).toMatchObject({ type: 'check', check: { space: 'granite' }, slot: slotDomain })
    expect(judgeMessage(signer.secret, second)).toMatchObject({ type: 'voucher', voucher: { did } })
    expect(dataOf(await signer.call('use', { id: signer.id }))).toEqual({ id: signer.id })
    expect((await world.listed(granite)).signers).toMatchObject([{ state: 'ready', inUse: true }])
  })

  it('signs for a quest that is launched from then on: its completions become credentials of that key', async () => {
    const { quest, closesAt } = await world.openIn(granite, 'own-key')
    expect(await world.keyIn(quest)).toEqual(keyOf(1))
    // The leaf stays open longer than members may complete: a signer may be away.
    const { rows } = await world.site.pool.query(`select extract(epoch from closes_at)::int as at from quests where slug = 'own-key'`)
    expect(closesAt - rows[0].at).toBe(7 * 86_400)
    const [one, two] = [await world.complete('own-key'), await world.complete('own-key')]
    await world.seal()
    // The batch opened their accounts and did not ask anybody.
    expect([(await world.credentialOf(one)).status, world.server.at(signer.path).length]).toEqual(['awaiting-issuer', 2])
    await world.turn()
    expect([await world.credentialOf(one), await world.credentialOf(two)]).toMatchObject([
      { status: 'batched', serial: 0 },
      { status: 'batched', serial: 1 },
    ])
    expect(signedLines().map(({ type }) => type)).toEqual(['check', 'voucher', 'mint'])
    expect(signedLines().at(-1)).toMatchObject({ quest, nonce: 0, accounts: [expect.any(Number), expect.any(Number)] })
    const three = await world.complete('own-key')
    await world.turn()
    await world.turn()
    expect(await world.credentialOf(three)).toMatchObject({ status: 'batched', serial: 2 })
    expect((await world.listed(granite)).signers).toMatchObject([{ quests: 1, waiting: 0, signedAt: expect.any(String) }])
  })

  it('is asked again with the same words while it does not answer; only its own quest waits, and everyone is told why', async () => {
    await world.openIn(basalt, 'platform-key')
    const late = await world.complete('own-key')
    const other = await world.complete('platform-key')
    world.server.answer(
      signer.path,
      status(
        503,
        { 'retry-after': '7', 'content-type': 'application/json' },
        '{"error":{"code":"night","message":"Back in the morning."}}',
      ),
    )
    await world.turn()
    await world.turn()
    expect([(await world.credentialOf(late)).status, (await world.credentialOf(other)).status]).toEqual(['awaiting-issuer', 'batched'])
    expect(await world.listed(granite)).toMatchObject({
      signers: [{ state: 'silent', fault: 'busy', words: 'night: Back in the morning.', waiting: 1 }],
      quests: [{ slug: 'own-key', signer: signer.id, waiting: 1, since: expect.any(String) }],
    })
    const times = world.server.at(signer.path).length
    await world.issuers.pass()
    expect(world.server.at(signer.path).length).toBe(times)
    world.clock.ms += 7001
    world.server.answer(signer.path, signer.willing)
    await world.turn()
    const [before, after] = world.server.at(signer.path).slice(-2)
    expect([after?.body, after?.headers['webhook-id']]).toEqual([before?.body, before?.headers['webhook-id']])
    expect(await world.credentialOf(late)).toMatchObject({ status: 'batched' })
    expect((await world.listed(granite)).signers).toMatchObject([{ state: 'ready', fault: null, words: null, waiting: 0 }])
  })

  it('that lies is not believed: with another key, with another message, and with numbers that are none', async () => {
    const honest = await world.complete('own-key')
    await world.seal()
    const lies: [string, (message: bigint) => unknown][] = [
      ['wrong-signature', (message) => signed(sign(fastHasher, secretKey(2), message))],
      ['wrong-signature', (message) => signed(sign(fastHasher, secretKey(1), message + 1n))],
      ['wrong-answer', () => ({ signature: { s: `0x${'f'.repeat(64)}`, e: `0x${'0'.repeat(64)}` } })],
      ['wrong-answer', () => ({ signature: { s: '1', e: '2' } })],
      ['wrong-answer', () => []],
    ]
    for (const [fault, lie] of lies) {
      world.server.answer(
        signer.path,
        (response, { body }) =>
          void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(lie(BigInt(JSON.parse(body).message)))),
      )
      world.clock.ms += 61_000
      await world.turn()
      expect((await world.credentialOf(honest)).status).toBe('awaiting-issuer')
      expect((await world.listed(granite)).signers).toMatchObject([{ state: 'silent', fault }])
    }
    world.server.answer(signer.path, signer.willing)
    world.clock.ms += 61_000
    await world.turn()
    expect((await world.credentialOf(honest)).status).toBe('batched')
  })

  it('is asked for a later group when its hour is over', async () => {
    const patient = await world.complete('own-key')
    world.server.answer(signer.path, status(500))
    await world.turn()
    const asked = JSON.parse(world.server.at(signer.path).at(-1)?.body ?? '{}') as { id: string; mint: { validUntil: number } }
    world.clock.ms += 3_600_000
    world.server.answer(signer.path, signer.willing)
    await world.turn()
    await world.turn()
    const later = JSON.parse(world.server.at(signer.path).at(-1)?.body ?? '{}') as typeof asked
    expect(later.id).not.toBe(asked.id)
    expect(later.mint.validUntil).toBeGreaterThan(asked.mint.validUntil + 3500)
    expect((await world.credentialOf(patient)).status).toBe('batched')
  })

  it('signs anew what was in a batch that was taken back', async () => {
    const again = await world.complete('own-key')
    await world.turn()
    await world.turn()
    const { batch } = await world.credentialOf(again)
    await world.site.pool.query(`update rollup_batches set status = 'pruned' where number >= $1`, [batch])
    await world.engine.sealNext()
    for (let i = 0; i < 3; i++) await world.turn()
    expect(await world.credentialOf(again)).toMatchObject({ status: 'batched' })
  })

  it('takes credentials back with its own key, not with the platform’s', async () => {
    const holder = await world.complete('own-key')
    await world.turn()
    await world.turn()
    await world.finish()
    const { id, index } = await world.credentialOf(holder)
    dataOf(
      await granite.browser.mutate('studio.insights.revoke', {
        space: 'granite',
        credential: id,
        reason: 'multiple',
        words: 'Twice the same person.',
      }),
    )
    expect(await world.takeBack()).toBe(0)
    await world.turn()
    expect(signedLines().at(-1)).toMatchObject({ type: 'revoke', credential: index })
    const { rows } = await world.site.pool.query(`select status, refusal from rollup_txs where entry = 'revoke'`)
    expect(rows).toEqual([{ status: 'batched', refusal: null }])
  })

  it('cannot be removed while a quest names its key; its address may change, its secret be another', async () => {
    const remove = () => signer.call('remove', { id: signer.id })
    expect(errorOf(await remove()).data.code).toBe('conflict')
    dataOf(await signer.call('use', { id: null }))
    expect(errorOf(await remove()).data.code).toBe('conflict')
    const { secret } = dataOf<{ secret: string }>(await signer.call('rotateSecret', { id: signer.id }))
    expect(secret).not.toBe(signer.secret)
    expect(dataOf(await check())).toEqual({
      ok: false,
      fault: 'declined',
      words: 'not-authentic: The signature of this request does not hold.',
    })
    dataOf(await signer.call('change', { id: signer.id, url: `${world.server.origin}/moved` }))
    const log = dataOf<{ items: { action: string }[] }>(await granite.browser.query('studio.audit.list', { space: 'granite' }))
    const actions = log.items.map(({ action }) => action).filter((action) => action.startsWith('signer.'))
    expect(actions).toEqual(['signer.changed', 'signer.secretRotated', 'signer.chosen', 'signer.chosen', 'signer.proven', 'signer.added'])
    expect(JSON.stringify(log)).not.toContain('whsec_')
  })
})

const signed = ({ s, e }: { s: bigint; e: bigint }) => ({ signature: { s: toHex32(s), e: toHex32(e) } })

let code: string | undefined
const said = async (answer: Promise<Answer>) => {
  const given = await answer
  code = given.status === 200 ? undefined : errorOf(given).data.code
  return given
}
/** A space that has tried everything. */
let slate: Project
const add = (input: object, by = slate) =>
  said(
    by.browser.mutate('studio.signer.add', {
      space: 'slate',
      name: 'Mine',
      url: `${world.server.origin}/new`,
      key: keyText(keyOf(40)),
      ...input,
    }),
  )
/** What came of asking a signer that answers so. */
async function asked(lie: Reply): Promise<unknown> {
  const key = keyText(keyOf(50))
  const { id } = dataOf<{ id: string }>(await add({ url: `${world.server.origin}/lies`, key }))
  world.server.answer('/lies', lie)
  const { fault } = dataOf<{ fault: string }>(await slate.browser.mutate('studio.signer.check', { space: 'slate', id }))
  dataOf(await slate.browser.mutate('studio.signer.remove', { space: 'slate', id }))
  return fault
}

runBadInputs(
  'tests/server/issuers/issuers.db.test.ts',
  {
    async SG01() {
      slate = await world.project('slate')
      return add({ url: 'https://10.0.0.7/sign' })
    },
    'SG01-loopback': () => add({ url: 'https://localhost/sign' }),
    'SG01-metadata': () => add({ url: 'https://169.254.169.254/latest/meta-data' }),
    'SG01-plain': () => add({ url: 'http://signer.example/sign' }),
    'SG01-password': () => add({ url: 'https://me:secret@signer.example/sign' }),
    SG02: () => add({ key: `0x${'1'.repeat(128)}` }),
    'SG02-short': () => add({ key: '0x12' }),
    'SG02-platform': () => add({ key: keyText(world.platform.own) }),
    'SG02-name': () => add({ name: 'a\u202eb' }),
    SG03: () => asked((response) => void response.writeHead(302, { location: 'https://10.0.0.7/' }).end()),
    'SG03-large': () =>
      asked((response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify('x'.repeat(100_000)))),
    'SG03-html': () => asked((response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>')),
    'SG03-wrong': () =>
      asked((response, { body }) => {
        const lie = signed(sign(fastHasher, secretKey(51), BigInt(JSON.parse(body).message)))
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(lie))
      }),
    'SG03-slow': () => asked(() => undefined),
    async SG04() {
      const colleague = await newColleague(world.site, 'slate', 'editor')
      return add({}, { ...slate, ...colleague })
    },
    async 'SG04-admin'() {
      const admin = await newColleague(world.site, 'slate', 'admin')
      return said(admin.browser.mutate('studio.signer.use', { space: 'slate', id: null }))
    },
    'SG04-other': () => said(slate.browser.mutate('studio.signer.check', { space: 'slate', id: signer.id })),
    async SG05() {
      for (let n = 60; n < 65; n++) dataOf(await add({ key: keyText(keyOf(n)) }))
      return add({ key: keyText(keyOf(65)) })
    },
  },
  () => code,
)
