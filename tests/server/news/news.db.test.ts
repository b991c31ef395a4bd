import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments, rollupBatches } from '#drizzle/schema/rollup.ts'
import { transact } from '#drizzle/transact.ts'
import { type NewsView, type NoticeSetting, type NoticeView, safetyKinds } from '#server/news/newsViews.ts'
import { tellEndings, tellFinal, tellRefused } from '#server/news/tellStore.ts'
import { advance } from '#server/rollup/settlement/settlementStore.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, evmWallet, type Site, solanaWallet, startSite, type TestWallet } from '#tests/support/members.ts'
import { liveQuest, stepResult } from '#tests/support/questFixture.ts'

let site: Site
let owner: string
beforeAll(async () => {
  site = await startSite()
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: 31_338, address: `0x${'1'.repeat(40)}`, blockNumber: 1 }))
  await site.db.insert(deployments).values(rows)
  owner = (await new Browser(site).signIn(evmWallet())).accountId
})
afterAll(() => site.drop())

type Member = { browser: Browser; accountId: string; wallet: TestWallet }
async function member(): Promise<Member> {
  const [browser, wallet] = [new Browser(site), evmWallet()]
  return { browser, wallet, accountId: (await browser.signIn(wallet)).accountId }
}

const news = async ({ browser }: Member) => dataOf<NewsView>(await browser.query('news.overview'))
const list = async ({ browser }: Member, input: object = {}) =>
  dataOf<{ items: NoticeView[]; nextCursor: string | null }>(await browser.query('news.list', input))
const kinds = async (who: Member) => (await list(who)).items.map(({ kind }) => kind)
const eventsOf = async ({ accountId }: Member) =>
  Number(
    (await site.pool.query(`select count(*) from events where topic = $1 and kind = 'notice'`, [`account:${accountId}`])).rows[0].count,
  )

/** Passes some steps of a quest; both of them complete it. */
async function pass({ accountId }: Member, slug: string, steps: string[], status: 'pass' | 'pending' = 'pass') {
  const { participationId } = await site.members.quests.start({ accountId, slug, requestId: 'r' })
  await site.members.follower.record(steps.map((step) => stepResult(participationId, step, status)))
}
const both = ['quiz', 'wrap']

let batches = 100
/** Puts the member's one waiting credential into a batch of its own; its leaf has the batch's number. */
async function seal({ accountId }: Member) {
  const number = ++batches
  const zero = { oldRoot: 0n, newRoot: 0n, dataCommit: 0n, wordsHash: 0n, challenge: 0n, evaluation: 0n }
  const counts = { timestamp: 0, effects: 0, inboxFrom: 0, inboxTo: 0, credentials: 1, accounts: 0 }
  await site.db.insert(rollupBatches).values({ number, circuit: 'small', calldata: '', lengths: '0', requestIds: [], ...zero, ...counts })
  await site.pool.query(
    `update rollup_txs set batch = $1, status = 'batched' where kind = 'mint' and batch is null and payload ->> 'accountId' = $2`,
    [number, accountId],
  )
  await site.pool.query(`update credentials set slot_index = $1 where tx_id in (select id from rollup_txs where batch = $1)`, [number])
  return number
}
const makeFinal = (batch: number) =>
  transact(site.db, async (connection) => {
    await advance(connection, batch, { status: 'final', txStatus: 'final' })
    await tellFinal(connection, batch)
  })

describe('the tray', () => {
  it('is empty to who is not signed in, without a refusal: an open page asks when its session ends', async () => {
    expect(dataOf(await new Browser(site).query('news.overview'))).toBeNull()
  })

  it('has a credential from its place until it is final, and then a notice of it, once', async () => {
    const who = await member()
    const { slug } = await liveQuest(site, { accountId: owner })
    await pass(who, slug, both)
    expect(await news(who)).toMatchObject({
      pending: [{ kind: 'cube', state: 'accepted', batch: null, index: null, quest: { slug } }],
      unread: 0,
    })
    const batch = await seal(who)
    expect(await news(who)).toMatchObject({ pending: [{ kind: 'cube', state: 'batched', batch, index: batch }] })
    await transact(site.db, (connection) => advance(connection, batch, { status: 'voted', txStatus: 'proven' }))
    expect((await news(who)).pending).toMatchObject([{ state: 'proven' }])
    await makeFinal(batch)
    expect(await news(who)).toMatchObject({
      pending: [],
      usualMs: null,
      unread: 1,
      latest: [{ kind: 'cube.final', facts: { credential: batch, batch }, quest: { slug }, read: false }],
    })
    // A reorg can make it final again: nothing is said twice.
    await makeFinal(batch)
    expect(await kinds(who)).toEqual(['cube.final'])
    expect(await eventsOf(who)).toBe(1)
  })

  it('says how long it usually takes while something settles', async () => {
    const who = await member()
    await pass(who, (await liveQuest(site, { accountId: owner })).slug, both)
    await site.pool.query(`update rollup_batches set sealed_at = final_at - interval '20 seconds' where final_at is not null`)
    const { usualMs } = await news(who)
    expect(usualMs).toBeGreaterThanOrEqual(20_000)
    expect(usualMs).toBeLessThan(23_000)
  })

  it('has quests in which something happened, and no others', async () => {
    const who = await member()
    const [opened, begun, waiting, done] = await Promise.all([1, 2, 3, 4].map(() => liveQuest(site, { accountId: owner })))
    await pass(who, opened?.slug ?? '', [])
    await pass(who, begun?.slug ?? '', ['quiz'])
    await pass(who, waiting?.slug ?? '', ['wrap'], 'pending')
    await pass(who, done?.slug ?? '', both)
    const quests = (await news(who)).pending.filter(({ kind }) => kind === 'quest')
    expect(quests).toMatchObject([
      { quest: { slug: waiting?.slug }, passed: 0, waiting: 1, steps: 2 },
      { quest: { slug: begun?.slug }, passed: 1, waiting: 0, steps: 2 },
    ])
    await site.pool.query(`update quests set closes_at = now() where slug = $1`, [begun?.slug])
    expect((await news(who)).pending.filter(({ kind }) => kind === 'quest')).toHaveLength(1)
  })

  it('shows what a wallet sent for a day, and only to its member', async () => {
    const [who, other] = [await member(), await member()]
    const hash = `0x${'ab'.repeat(32)}`
    dataOf(await who.browser.mutate('money.noteSend', { hash, kind: 'deposit', token: 0, amount: '1000' }))
    expect((await news({ ...who })).pending).toMatchObject([{ kind: 'move', move: 'deposit', state: 'sent', sum: { amount: '1000' } }])
    expect((await news(other)).pending).toEqual([])
    await site.pool.query(`update wallet_sends set created_at = now() - interval '25 hours' where account_id = $1`, [who.accountId])
    expect((await news(who)).pending).toEqual([])
  })
})

describe('a notice', () => {
  it('is written with what causes it or not at all', async () => {
    const who = await member()
    await pass(who, (await liveQuest(site, { accountId: owner })).slug, both)
    const batch = await seal(who)
    const broken = transact(site.db, async (connection) => {
      await tellFinal(connection, batch)
      throw new Error('the settlement failed')
    })
    await expect(broken).rejects.toThrow('the settlement failed')
    expect(await kinds(who)).toEqual([])
    expect(await eventsOf(who)).toBe(0)
  })

  it('tells of a credential that the slot refused', async () => {
    const who = await member()
    const { slug } = await liveQuest(site, { accountId: owner })
    await pass(who, slug, both)
    const { rows } = await site.pool.query(`select tx_id from credentials where account_id = $1`, [who.accountId])
    await site.pool.query(`update rollup_txs set status = 'refused', refusal = 'mint.closed' where id = $1`, [rows[0].tx_id])
    await tellRefused(site.db, [rows[0].tx_id])
    expect((await list(who)).items).toMatchObject([{ kind: 'cube.refused', facts: { reason: 'mint.closed' }, quest: { slug } }])
    expect((await news(who)).pending).toEqual([])
  })

  it('tells those who are halfway that the last place went, and nobody else', async () => {
    const [winner, halfway, idle, before] = [await member(), await member(), await member(), await member()]
    const { slug } = await liveQuest(site, { accountId: owner, supply: 2 })
    await pass(halfway, slug, ['quiz'])
    await pass(idle, slug, [])
    await pass(before, slug, both)
    expect(await kinds(halfway)).toEqual([])
    await pass(winner, slug, both)
    expect((await list(halfway)).items).toMatchObject([{ kind: 'quest.soldOut', quest: { slug } }])
    for (const who of [winner, idle, before]) expect(await kinds(who)).toEqual([])
  })

  it('tells of a quest that closes within a day, once, from however many processes', async () => {
    const [halfway, idle] = [await member(), await member()]
    const soon = await liveQuest(site, { accountId: owner, closesAt: new Date(Date.now() + 20 * 3_600_000) })
    const later = await liveQuest(site, { accountId: owner, closesAt: new Date(Date.now() + 30 * 3_600_000) })
    for (const { slug } of [soon, later]) await pass(halfway, slug, ['quiz'])
    await pass(idle, soon.slug, [])
    await Promise.all(Array.from({ length: 5 }, () => tellEndings(site.db)))
    await tellEndings(site.db)
    const { items } = await list(halfway)
    expect(items).toMatchObject([{ kind: 'quest.ending', quest: { slug: soon.slug } }])
    expect(Date.parse(items[0]?.facts.closesAt ?? '')).toBeGreaterThan(Date.now())
    expect(await kinds(idle)).toEqual([])
  })

  it('tells of a wallet that was linked', async () => {
    const [who, wallet] = [await member(), solanaWallet()]
    type Side = { wallet: string; message: string }
    const challenge = dataOf<{ from: Side; to: Side }>(await who.browser.mutate('wallets.challenge', { wallet: wallet.id }))
    dataOf(
      await who.browser.mutate('wallets.link', {
        from: { ...challenge.from, signature: await who.wallet.sign(challenge.from.message) },
        to: { ...challenge.to, signature: await wallet.sign(challenge.to.message) },
      }),
    )
    expect((await list(who)).items).toMatchObject([{ kind: 'wallet.linked', facts: { wallet: wallet.id } }])
  })

  it('tells of a browser that the account does not know, and of no other', async () => {
    class Named extends Browser {
      readonly agent: string
      constructor(agent: string) {
        super(site)
        this.agent = agent
      }
      override send(...[handler, path, init = {}]: Parameters<Browser['send']>) {
        return super.send(handler, path, {
          ...init,
          headers: { ...(init.headers as Record<string, string> | undefined), 'user-agent': this.agent },
        })
      }
    }
    const wallet = evmWallet()
    const browser = new Named('Firefox on Linux')
    const who = { browser, wallet, accountId: (await browser.signIn(wallet)).accountId }
    expect(await kinds(who)).toEqual([])
    await new Named('Firefox on Linux').signIn(wallet)
    expect(await kinds(who)).toEqual([])
    await new Named('Chrome on Android').signIn(wallet)
    expect((await list(who)).items).toMatchObject([{ kind: 'session.new', facts: { userAgent: 'Chrome on Android', wallet: wallet.id } }])
  })
})

describe('the inbox', () => {
  /** Notices of made-up quests' ends, oldest first. */
  async function told(who: Member, count: number) {
    for (let i = 0; i < count; i++)
      await site.pool.query(`insert into notices (account_id, kind, key, facts) values ($1, 'move.refused', $2, '{}')`, [
        who.accountId,
        randomUUID(),
      ])
    return (await list(who, { limit: 50 })).items.map(({ id }) => id)
  }

  it('goes back page by page, newest first, and misses none', async () => {
    const who = await member()
    const ids = await told(who, 5)
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page: { items: NoticeView[]; nextCursor: string | null } = await list(who, { limit: 2, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(ids)
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })

  it('marks some as read, or all, and those of nobody else', async () => {
    const [who, other] = [await member(), await member()]
    const ids = await told(who, 3)
    await told(other, 1)
    expect(dataOf(await who.browser.mutate('news.markRead', { ids: [ids[0]] }))).toEqual({ marked: 1 })
    expect(await news(who)).toMatchObject({ unread: 2, latest: [{ read: true }, { read: false }, { read: false }] })
    expect(dataOf(await who.browser.mutate('news.markRead', { ids: 'all' }))).toEqual({ marked: 2 })
    expect(dataOf(await who.browser.mutate('news.markRead', { ids: 'all' }))).toEqual({ marked: 0 })
    expect(await news(other)).toMatchObject({ unread: 1 })
  })

  it('leaves out what a member does not want to be told, and keeps what concerns the safety of the account', async () => {
    const who = await member()
    const settings = async () => dataOf<NoticeSetting[]>(await who.browser.query('news.settings'))
    expect((await settings()).filter(({ wanted }) => wanted === null).map(({ kind }) => kind)).toEqual([...safetyKinds])
    const complete = async () => {
      await pass(who, (await liveQuest(site, { accountId: owner })).slug, both)
      await makeFinal(await seal(who))
    }
    dataOf(await who.browser.mutate('news.changeSetting', { kind: 'cube.final', wanted: false }))
    dataOf(await who.browser.mutate('news.changeSetting', { kind: 'cube.final', wanted: false }))
    expect((await settings()).find(({ kind }) => kind === 'cube.final')).toMatchObject({ wanted: false, title: { en: 'A CUBE is final' } })
    await complete()
    expect([await kinds(who), await eventsOf(who)]).toEqual([[], 0])
    dataOf(await who.browser.mutate('news.changeSetting', { kind: 'cube.final', wanted: true }))
    await complete()
    expect(await kinds(who)).toEqual(['cube.final'])
  })
})

const asked = async (path: string, input: unknown) => (await member()).browser.mutate(path, input)
const keys = {
  publicKey: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  secret: 'BTBZMqHH6r4Tts7J_aSIgg',
}
const subscribe = (change: object) => asked('news.subscribe', { endpoint: 'https://push.example/abc', ...keys, locale: 'en', ...change })

describe('a browser', () => {
  it('is kept for one member at a time, and let go of by that member alone', async () => {
    const [first, second] = [await member(), await member()]
    const input = { endpoint: 'https://push.example/one', ...keys, locale: 'en' }
    const holder = async () =>
      (await site.pool.query(`select account_id from push_subscriptions where endpoint = $1`, [input.endpoint])).rows[0]?.account_id
    dataOf(await first.browser.mutate('news.subscribe', input))
    dataOf(await second.browser.mutate('news.subscribe', input))
    expect(await holder()).toBe(second.accountId)
    dataOf(await first.browser.mutate('news.unsubscribe', { endpoint: input.endpoint }))
    expect(await holder()).toBe(second.accountId)
    dataOf(await second.browser.mutate('news.unsubscribe', { endpoint: input.endpoint }))
    expect(await holder()).toBeUndefined()
  })

  it('is one of ten at most: the newest stay', async () => {
    const who = await member()
    for (let i = 0; i < 12; i++)
      dataOf(await who.browser.mutate('news.subscribe', { endpoint: `https://push.example/many-${i}`, ...keys, locale: 'ja' }))
    const { rows } = await site.pool.query(`select endpoint from push_subscriptions where account_id = $1 order by created_at`, [
      who.accountId,
    ])
    expect(rows.map(({ endpoint }) => endpoint)).toEqual(Array.from({ length: 10 }, (_, i) => `https://push.example/many-${i + 2}`))
  })
})

runBadInputs('tests/server/news/news.db.test.ts', {
  NO02: () => asked('news.changeSetting', { kind: 'cube.lost', wanted: true }),
  'NO02-always': () => asked('news.changeSetting', { kind: 'session.new', wanted: false }),
  async NO04() {
    const who = await member()
    await site.pool.query(`insert into notices (account_id, kind, key, facts) values ($1, 'move.refused', 'a', '{}')`, [who.accountId])
    const [notice] = (await list(who)).items
    const answer = await asked('news.markRead', { ids: [notice?.id] })
    expect(dataOf(answer)).toEqual({ marked: 0 })
    expect(await news(who)).toMatchObject({ unread: 1 })
    return answer
  },
  'NO04-none': () => asked('news.markRead', { ids: [] }),
  'NO04-many': () => asked('news.markRead', { ids: Array.from({ length: 101 }, (_, i) => i + 1) }),
  'NO04-shape': () => asked('news.markRead', { ids: [0] }),
  NO06: async () => (await member()).browser.query('news.list', { cursor: Buffer.from('5').toString('base64url') }),
  'NO06-other': async () => (await member()).browser.query('news.list', { cursor: site.api.cursors.seal('batches', 5) }),
  NO08: () => subscribe({ endpoint: 'https://127.0.0.1/push' }),
  'NO08-scheme': () => subscribe({ endpoint: 'http://push.example/abc' }),
  'NO08-private': () => subscribe({ endpoint: 'https://169.254.169.254/latest' }),
  'NO08-key': () => subscribe({ publicKey: 'BBBB' }),
  'NO08-secret': () => subscribe({ secret: Buffer.alloc(15).toString('base64url') }),
  'NO08-locale': () => subscribe({ locale: 'fr' }),
})
