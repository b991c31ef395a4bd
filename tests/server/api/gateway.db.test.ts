import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { createGateway } from '#server/api/gateway.ts'
import { maxSubscriptions } from '#server/api/subscriptions.ts'
import { composeEventSource } from '#server/compose/eventSource.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, evmWallet, origin, type Site, startSite } from '#tests/support/members.ts'
import { liveQuest } from '#tests/support/questFixture.ts'

let site: Site
let server: Server
let base: string
let source: ReturnType<typeof composeEventSource>
const stop = new AbortController()

beforeAll(async () => {
  site = await startSite()
  source = composeEventSource({ db: site.db, databaseUrl: site.url, log: site.members.log })
  server = createGateway({ ...site.api, source, metrics: new Registry(), ready: async () => true, stopped: stop.signal })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  stop.abort()
  server.closeAllConnections()
  server.close()
  await source.close()
  await site.drop()
})

const streams = new Set<AbortController>()
afterEach(() => {
  for (const stream of streams) stream.abort()
  streams.clear()
})

async function subscribe(topics: string[], options: { cookies?: Map<string, string>; lastEventId?: string | undefined } = {}) {
  const abort = new AbortController()
  streams.add(abort)
  const input = encodeURIComponent(JSON.stringify({ topics, ...(options.lastEventId ? { lastEventId: options.lastEventId } : {}) }))
  const cookie = [...(options.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  return fetch(`${base}/sse/events.onEvent?input=${input}`, {
    signal: abort.signal,
    headers: { accept: 'text/event-stream', origin, cookie },
  })
}

/** The next `count` events of a stream. */
async function take(response: Response, count: number): Promise<{ id: string; kind: string; topic: string }[]> {
  const found: { id: string; kind: string; topic: string }[] = []
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString()
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (id && data && !/^event: /m.test(block)) found.push({ id, ...JSON.parse(data) })
    }
    if (found.length >= count) return found
  }
  return found
}

const emit = (topic: string, kind: string) => site.db.transaction((connection) => publishEvents(connection, { topic, kind, payload: {} }))

async function member() {
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  return { cookies: browser.cookies, accountId }
}

describe('events', () => {
  it('arrive when they are committed, of the topics that were asked for', async () => {
    const response = await subscribe(['quest:one'])
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const events = take(response, 2)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await emit('quest:two', 'not-asked-for')
    await emit('quest:one', 'first')
    await emit('quest:one', 'second')
    expect((await events).map(({ kind }) => kind)).toEqual(['first', 'second'])
  })

  it('go on after the last id that arrived', async () => {
    const heard = take(await subscribe(['batches']), 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await emit('batches', 'a')
    const [last] = await heard
    await emit('batches', 'b')
    await emit('batches', 'c')
    const response = await subscribe(['batches'], { lastEventId: last?.id })
    expect((await take(response, 2)).map(({ kind }) => kind)).toEqual(['b', 'c'])
  })

  it('come although their transaction ended after that of a younger one, also to a listener who comes back', async () => {
    const heard = take(await subscribe(['quest:late']), 2)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const between = Promise.withResolvers<void>()
    const slow = site.db.transaction(async (connection) => {
      await publishEvents(connection, { topic: 'quest:late', kind: 'older', payload: {} })
      await between.promise
    })
    const first = take(await subscribe(['quest:late']), 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await emit('quest:late', 'younger')
    const [younger] = await first
    expect(younger?.kind).toBe('younger')
    between.resolve()
    await slow
    expect((await heard).map(({ kind }) => kind)).toEqual(['younger', 'older'])
    const back = await subscribe(['quest:late'], { lastEventId: younger?.id })
    expect((await take(back, 1)).map(({ kind }) => kind)).toEqual(['older'])
  })

  it('reach the account that they are about', async () => {
    const { cookies, accountId } = await member()
    const events = take(await subscribe([`account:${accountId}`], { cookies }), 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await emit(`account:${accountId}`, 'mine')
    expect((await events)[0]?.kind).toBe('mine')
  })

  it('end with their session, and only then', async () => {
    const wallet = evmWallet()
    const [mine, other] = [new Browser(site), new Browser(site)]
    const { accountId } = await mine.signIn(wallet)
    await other.signIn(wallet)
    const topics = [`account:${accountId}`]
    const [staying, ending] = [await subscribe(topics, { cookies: mine.cookies }), await subscribe(topics, { cookies: other.cookies })]
    const heard = take(staying, 2)
    // Reads to the end of the stream: it would wait for good if that did not come.
    const ended = take(ending, Number.POSITIVE_INFINITY)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await mine.mutate('session.revokeOthers')
    expect((await ended).map(({ kind }) => kind)).toEqual(['session.ended'])
    await emit(`account:${accountId}`, 'still-here')
    expect((await heard).map(({ kind }) => kind)).toEqual(['session.ended', 'still-here'])
    // An open page that comes back learns that it is over, and hears no more.
    const back = await take(await subscribe(['batches', ...topics], { cookies: other.cookies }), Number.POSITIVE_INFINITY)
    expect(back.map(({ kind, topic }) => [kind, topic])).toEqual([['session.ended', topics[0]]])
    const on = take(await subscribe(['batches'], { lastEventId: back[0]?.id }), 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await emit('batches', 'since')
    expect((await on).map(({ kind }) => kind)).toEqual(['since'])
  })

  it('go on after the listening connection was cut', async () => {
    await site.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
    )
    const events = take(await subscribe(['quest:cut']), 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await emit('quest:cut', 'after')
    expect((await events)[0]?.kind).toBe('after')
  })
})

describe('REST', () => {
  it('lists quests for any origin, without what is a member’s own', async () => {
    const { accountId } = await member()
    const { slug } = await liveQuest(site, { accountId })
    const response = await fetch(`${base}/v1/quests?limit=50`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const body = (await response.json()) as { items: Record<string, unknown>[] }
    expect(body.items.find((item) => item.slug === slug)).not.toHaveProperty('my')
    expect((await fetch(`${base}/v1/quests/${slug}`)).status).toBe(200)
    const narrowed = await fetch(`${base}/v1/quests?q=wrap&category=learn&difficulty=1&minutes=3&state=open&sort=reward&limit=50`)
    expect(((await narrowed.json()) as typeof body).items.map((item) => item.slug)).toContain(slug)
    const other = await fetch(`${base}/v1/quests?q=wrap&category=defi`)
    expect(((await other.json()) as typeof body).items).toEqual([])
  })

  it.each([
    ['/v1/quests?limit=0', 400],
    ['/v1/quests?limit=5&limit=6', 400],
    ['/v1/quests?order=asc', 400],
    ['/v1/quests?sort=for-you', 400],
    ['/v1/quests?state=started', 400],
    ['/v1/quests?difficulty=4', 400],
    ['/v1/quests/%E0%A4%A', 400],
    ['/v1/quests/..%2f..%2fetc', 400],
    ['/v1/quests/none', 404],
    ['/v1/credentials/01', 400],
    ['/v1/credentials/999', 404],
    ['/v1/batches?cursor=abc', 400],
    ['/v1/batches/1e3', 400],
    ['/v1/batches/999', 404],
    ['/v1/txs?kind=constructor', 400],
    ['/v1/txs?batch=-1', 400],
    ['/v1/txs?limit=51', 400],
    ['/v1/txs/inbox-01', 400],
    ['/v1/txs/inbox-7', 404],
    [`/v1/txs/0x${'AB'.repeat(32)}`, 400],
    [`/v1/txs/0x${'ab'.repeat(32)}`, 404],
    ['/v1/nothing', 404],
  ])('%s answers %i with a code', async (path, status) => {
    const response = await fetch(`${base}${path}`)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status, code: expect.stringMatching(/^[a-z.-]+$/), detail: expect.any(String) })
  })

  it('is under /v1 alone', async () => {
    const response = await fetch(`${base}/nothing`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'not-found' } })
  })

  it('answers HEAD with the length of what GET would send, and 304 without one', async () => {
    const whole = await fetch(`${base}/v1/quests`)
    const head = await fetch(`${base}/v1/quests`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(await whole.text())))
    const known = await fetch(`${base}/v1/quests`, { headers: { 'if-none-match': whole.headers.get('etag') ?? '' } })
    expect([known.status, known.headers.get('content-length')]).toEqual([304, null])
  })

  it('takes bodies over a real connection, and ends one that sends too much', async () => {
    const owner = new Browser(site)
    await owner.signIn(evmWallet())
    dataOf(await owner.mutate('studio.spaces.make', { slug: 'wired', name: 'Wired' }))
    const asked = { space: 'wired', name: 'A program', scopes: ['quests:write'], days: 1 }
    const { key } = dataOf<{ key: string }>(await owner.mutate('studio.keys.make', asked))
    const post = (body: string) =>
      fetch(`${base}/v1/spaces/wired/quests`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body,
      })
    const made = await post('{"slug":"by-wire"}')
    expect([made.status, await made.json()]).toEqual([201, { slug: 'by-wire', revision: 1 }])
    // The server may close before all of it was sent, which a client sees as an answer or as a broken connection.
    const status = await post(JSON.stringify({ slug: 'a'.repeat(2 ** 20) })).then(
      (response) => response.status,
      () => 413,
    )
    expect(status).toBe(413)
  })

  it('takes no POST', async () => {
    expect((await fetch(`${base}/v1/quests`, { method: 'POST', body: '{}' })).status).toBe(405)
  })
})

describe('health', () => {
  it('is answered over HTTP', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(base + path)).status).toBe(200)
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('cairn_gateway_requests_total')
  })
})

runBadInputs('tests/server/api/gateway.db.test.ts', {
  async TR48() {
    const { cookies } = await member()
    const open = await Promise.all(Array.from({ length: maxSubscriptions.account }, () => subscribe(['batches'], { cookies })))
    expect(open.every(({ status }) => status === 200)).toBe(true)
    const refused = await subscribe(['batches'], { cookies })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    for (const stream of streams) stream.abort()
    await expect.poll(async () => (await subscribe(['batches'], { cookies })).status, { timeout: 5000 }).toBe(200)
    return refused
  },
  async 'TR48-foreign'() {
    const [mine, other] = await Promise.all([member(), member()])
    return subscribe([`account:${other.accountId}`], { cookies: mine.cookies })
  },
  async 'TR48-place'() {
    const ids = ['7', '99999999999999999999-1', "1-1'; drop table events; --"]
    const answers = await Promise.all(ids.map((lastEventId) => subscribe(['batches'], { lastEventId })))
    for (const { status } of answers) expect(status).toBe(400)
    return answers[0] as Response
  },
  'TR48-anonymous': () => subscribe(['account:00000000-0000-4000-8000-000000000000']),
})
