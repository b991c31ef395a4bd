import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accounts, pushSubscriptions } from '#drizzle/schema/index.ts'
import { tell } from '#server/news/noticeStore.ts'
import { sendPush } from '#server/news/push/pushClient.ts'
import { pushNotices } from '#server/news/push/pushNotices.ts'
import { createPushStore } from '#server/news/push/pushStore.ts'
import { pushSender } from '#server/news/push/vapid.ts'
import { createGuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startPushServer } from '#tests/support/pushServer.ts'

let fresh: FreshDatabase
let server: Awaited<ReturnType<typeof startPushServer>>
beforeAll(async () => {
  fresh = await freshDatabase()
  server = await startPushServer()
})
afterAll(async () => {
  await server.stop()
  await fresh.drop()
})

const sender = pushSender(new Uint8Array(32).fill(9), 'mailto:operator@cairn.example')
/** The gateway's own parts; this machine's push service is allowed as a local one is. */
function pushing() {
  const store = createPushStore(fresh.db)
  const chance = () => ({ privateKey: new Uint8Array([0, ...randomBytes(31)]), salt: randomBytes(16) })
  const deps = { fetch: createGuardedFetch({ localOrigins: new Set([server.origin]) }), sender, chance, now: Date.now }
  return { store, run: () => pushNotices({ store, now: Date.now, send: (browser, message) => sendPush(deps, browser, message) }) }
}

async function member(...locales: ('en' | 'ja')[]) {
  const [account] = await fresh.db.insert(accounts).values({}).returning({ id: accounts.id })
  const accountId = account?.id ?? ''
  const browsers = []
  for (const locale of locales) {
    const { path, ...subscription } = server.subscribe()
    await createPushStore(fresh.db).subscribe({ accountId, ...subscription, locale }, 10)
    browsers.push({ path, endpoint: subscription.endpoint })
  }
  const notice = () => tell(fresh.db, [{ accountId, kind: 'wallet.linked', key: randomUUID(), facts: { wallet: 'eip155:0xabc' } }])
  return { accountId, browsers, notice }
}
const pushedTo = (path: string | undefined) => server.pushed.filter((each) => each.path === path)

it('reaches every browser of the member in its own language, once, however many processes push', async () => {
  const [who, other] = [await member('en', 'ja'), await member('en')]
  await who.notice()
  const { run } = pushing()
  await Promise.all([run(), pushing().run(), pushing().run()])
  await run()
  const [english, japanese] = who.browsers.map(({ path }) => pushedTo(path))
  expect(english).toHaveLength(1)
  expect(japanese).toHaveLength(1)
  expect(JSON.parse(english?.[0]?.message ?? '')).toMatchObject({ title: 'A wallet was linked', url: '/me/inbox' })
  expect(JSON.parse(japanese?.[0]?.message ?? '')).toMatchObject({ title: 'ウォレットの追加', url: '/ja/me/inbox' })
  expect(english?.[0]?.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    ttl: '86400',
    authorization: expect.stringMatching(/^vapid t=/),
  })
  expect(other.browsers.flatMap(({ path }) => pushedTo(path))).toEqual([])
})

it('forgets a browser that its push service no longer knows, and keeps the others', async () => {
  const who = await member('en', 'en')
  const [lost, kept] = who.browsers
  server.gone.add(lost?.path ?? '')
  await who.notice()
  const { run } = pushing()
  expect(await run()).toBe(1)
  const left = (await fresh.db.select().from(pushSubscriptions)).map(({ endpoint }) => endpoint)
  expect(left).not.toContain(lost?.endpoint)
  expect(left).toContain(kept?.endpoint)
  await who.notice()
  await run()
  expect(pushedTo(kept?.path)).toHaveLength(2)
})

it('does not push what is old news, and takes it all the same', async () => {
  const who = await member('en')
  await who.notice()
  await fresh.pool.query(`update notices set created_at = now() - interval '2 hours' where account_id = $1`, [who.accountId])
  const { run } = pushing()
  expect([await run(), await run()]).toEqual([1, 0])
  expect(pushedTo(who.browsers[0]?.path)).toEqual([])
})

it('asks no address that is not public, whatever a row says', async () => {
  const who = await member()
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  const row = { accountId: who.accountId, endpoint: 'https://10.0.0.1/push', locale: 'en' as const }
  const keys = { publicKey: ecdh.getPublicKey().toString('base64url'), secret: randomBytes(16).toString('base64url') }
  await createPushStore(fresh.db).subscribe({ ...row, ...keys }, 10)
  await who.notice()
  await pushing().run()
  expect((await fresh.db.select().from(pushSubscriptions)).filter(({ accountId }) => accountId === who.accountId)).toEqual([])
})
