import { afterAll, beforeAll, expect } from 'vitest'
import { createTrpcHandler } from '#server/api/handlers/trpcHandler.ts'
import { anyone, router } from '#server/api/trpc.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type Answer, Browser, dataOf, errorOf, evmWallet, freshLimits, origin, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest } from '#tests/support/questFixture.ts'
import { implementationDefined } from './jsonBodies.ts'

let site: Site
let browser: Browser
let accountId: string
beforeAll(async () => {
  site = await startSite()
  browser = new Browser(site)
  accountId = (await browser.signIn(evmWallet())).accountId
})
afterAll(() => site.drop())

const raw = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  browser.send('trpc', `/api/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
const queryRaw = (path: string, input: string) => browser.send('trpc', `/api/trpc/${path}?input=${encodeURIComponent(input)}`)
const index = (value: string) => queryRaw('explorer.credential', `{"index":${value}}`)
const person = (handle: string) => browser.query('people.byHandle', { handle })
const handle = (name: string) => browser.mutate('people.updateHandle', { handle: name })
const day = 86_400_000
const times = () => ({ opensAt: new Date(site.clock.ms - 1000).toISOString(), closesAt: new Date(site.clock.ms + day).toISOString() })

/** A browser whose calls are counted. */
function counted() {
  const limited = new Browser({ ...site, handlers: { ...site.handlers, trpc: createTrpcHandler({ ...site.api, limiter: freshLimits() }) } })
  for (const [name, value] of browser.cookies) limited.cookies.set(name, value)
  return limited
}

async function questCursor() {
  for (let i = 0; i < 2; i++) await liveQuest(site, { accountId })
  return String(dataOf<{ nextCursor: string | null }>(await browser.query('quests.list', { limit: 1 })).nextCursor)
}

const foreign = (headers: Record<string, string>) => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = new Request(`${origin}/api/trpc/session.revokeAll`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
  })
  return site.handlers.trpc(request)
}

async function unpolluted(answer: Promise<Answer>) {
  const given = await answer
  expect(({} as { role?: string }).role).toBeUndefined()
  return given
}

const stranger = async () => {
  const other = new Browser(site)
  await other.signIn(evmWallet())
  return other
}

runBadInputs('tests/server/api/badInputs.db.test.ts', {
  async TR02() {
    const bodies = Object.entries(implementationDefined)
    expect(bodies).toHaveLength(35)
    for (const [name, body] of bodies) {
      const { status } = await raw('people.updateHandle', body)
      expect([200, 400], name).toContain(status)
    }
    return 200
  },
  TR04: () => {
    const form = new FormData()
    form.set('__proto__[role]', 'admin')
    form.set('handle', 'abc')
    return unpolluted(browser.send('trpc', '/api/trpc/people.updateHandle', { method: 'POST', body: form }))
  },
  'TR04-stream': () => raw('people.updateHandle', 'abc', { 'content-type': 'application/octet-stream' }),
  'TR04-none': () => browser.send('trpc', '/api/trpc/people.updateHandle', { method: 'POST', body: new Uint8Array([123, 125]) }),
  TR06: () => raw('people.updateHandle', '{"constructor":{"prototype":{}}}'),
  'TR06-proto': () => unpolluted(raw('people.updateHandle', '{"handle":"abc","__proto__":{"role":"admin"},"role":"x"}')),
  TR08: () => browser.send('trpc', `/api/trpc/${Array.from({ length: 21 }, () => 'explorer.stats').join(',')}?batch=1`),
  TR10: () => browser.query('toString'),
  'TR10-proto': () => browser.query('__proto__'),
  'TR10-nested': () => browser.query('quests.__proto__.list'),
  TR12: () => raw('people.updateHandle', JSON.stringify({ handle: 'a'.repeat(2 ** 21) })),
  'TR12-undeclared': () => {
    const chunk = new TextEncoder().encode('a'.repeat(65_536))
    let sent = 0
    const body = new ReadableStream({ pull: (controller) => (sent++ < 32 ? controller.enqueue(chunk) : controller.close()) })
    return browser.send('trpc', '/api/trpc/people.updateHandle', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as Parameters<Browser['send']>[2])
  },
  TR14: () =>
    raw(
      'quests.create',
      `{"slug":"deep","supply":1,"opensAt":"2026-01-01T00:00:00Z","closesAt":"2027-01-01T00:00:00Z","definition":{"steps":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
    ),
  TR16: () => index('"1"'),
  'TR16-fraction': () => index('1.5'),
  'TR16-huge': () => index('1e400'),
  'TR16-minus-zero': () => index('-0'),
  'TR16-negative': () => index('-1'),
  'TR16-null': () => index('null'),
  'TR16-record': () => queryRaw('explorer.record', '{"index":-1}'),
  'TR16-record-huge': () => browser.query('explorer.record', { index: 2 ** 32 - 1 }),
  'TR16-votes': () => queryRaw('explorer.votes', '{"batch":"1"}'),
  'TR16-votes-none': () => browser.query('explorer.votes', { batch: 2 ** 31 - 1 }),
  async TR18() {
    const cursor = await questCursor()
    expect((await browser.query('quests.list', { cursor })).status).toBe(200)
    return browser.query('quests.list', { cursor: `${cursor.slice(0, 4)}${cursor[4] === 'a' ? 'b' : 'a'}${cursor.slice(5)}` })
  },
  'TR18-other': async () => browser.query('quests.list', { cursor: site.api.cursors.seal('batches', 5) }),
  'TR18-none': () => browser.query('explorer.batches', { cursor: Buffer.from('5').toString('base64url') }),
  TR20: () => person(`eip155:0x${'a'.repeat(39)}`),
  'TR20-long': () => person(`eip155:0x${'a'.repeat(41)}`),
  'TR20-checksum': () => person('eip155:0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266'),
  'TR20-solana': () => person(`solana:0${'1'.repeat(31)}`),
  'TR20-namespace': () => browser.mutate('wallets.challenge', { wallet: 'bip122:128Lkh3S7CkDTBZ8W7BbpsN3YYizJMp8p6' }),
  TR22: () => browser.mutate('session.revoke', { id: 'not-a-uuid' }),
  async TR24() {
    const { slug } = await liveQuest(site, { accountId })
    return (await stranger()).mutate('quests.publish', { slug })
  },
  'TR24-space': async () => {
    await liveQuest(site, { accountId })
    return (await stranger()).mutate('quests.create', {
      slug: 'in-anothers',
      space: `m-${accountId}`,
      definition: definition(),
      supply: 1,
      ...times(),
    })
  },
  TR28: () => foreign({ origin: 'https://evil.example' }),
  'TR28-null': () => foreign({ origin: 'null' }),
  'TR28-site': () => foreign({ 'sec-fetch-site': 'cross-site' }),
  async TR34() {
    const steps = definition().steps.toReversed()
    const { slug } = await liveQuest(site, { accountId, definition: definition({ order: 'sequence', steps }) })
    await browser.mutate('quests.start', { slug })
    const answer = await browser.mutate('quests.answerQuiz', { slug, stepId: 'quiz', answers: { q1: 'a', q2: 'b' } })
    expect(errorOf(answer).message).toBe('An earlier step comes first.')
    return answer
  },
  TR36: () => browser.mutate('quests.start', { slug: 'abc', time: 0, role: 'admin', points: 10 }),
  'TR36-nothing': () => browser.query('explorer.stats', { role: 'admin' }),
  TR38: () => browser.query('quests.list', { orderBy: 'created_at;--' }),
  TR40: () => handle('ab\u0000c'),
  TR42: () =>
    browser.mutate('quests.create', {
      slug: 'marks',
      definition: { ...definition(), title: { en: `a${'\u0301'.repeat(10_000)}`, ja: 'a' } },
      supply: 1,
      ...times(),
    }),
  TR44: () => handle('admin'),
  'TR44-api': () => handle('api'),
  'TR44-next': () => handle('_next'),
  'TR44-capital': () => handle('ADMIN'),
  async 'TR44-taken'() {
    expect((await (await stranger()).mutate('people.updateHandle', { handle: 'first-come' })).status).toBe(200)
    return handle('First-Come')
  },
  'TR44-shape': () => handle('a--b'),
  async TR46() {
    const value = { ...definition(), steps: [{ ...definition().steps[1], link: `https://${'a@'.repeat(25_000)}` }] }
    const input = { slug: 'long-link', definition: value, supply: 1, ...times() }
    await browser.mutate('quests.create', input)
    const { parseDefinition } = await import('#server/quests/definition.ts')
    const before = performance.now()
    expect(() => parseDefinition(value)).toThrow()
    expect(performance.now() - before).toBeLessThan(10)
    return browser.mutate('quests.create', input)
  },
  async TR52() {
    const faulty = router({ fail: anyone.query(() => Promise.reject(new Error('select secret from /etc/passwd'))) })
    const broken = new Browser({ ...site, handlers: { ...site.handlers, trpc: createTrpcHandler(site.api, faulty) } })
    const answer = await broken.query('fail')
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|passwd|stack|at .*\.ts/)
    const { requestId } = errorOf(answer).data
    expect(site.logged.find((line) => line.requestId === requestId && line.msg === 'procedure failed')).toBeDefined()
    return answer
  },
  'TR54-method': () => browser.query('session.revokeAll'),
  'TR54-json': () => raw('people.updateHandle', '{"handle":'),
  async 'TR54-limit'() {
    const limited = counted()
    for (let i = 0; i < 60; i++) expect((await limited.mutate('quests.start', { slug: 'nothing-here' })).status).toBe(404)
    const answer = await limited.mutate('quests.start', { slug: 'nothing-here' })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    return answer
  },
  async 'TR54-batch-limit'() {
    const limited = counted()
    for (let i = 0; i < 50; i++) await limited.mutate('people.updateHandle', { handle: '' })
    const input = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i, { handle: `batch-name-${i}` }]))
    const answer = await limited.send('trpc', `/api/trpc/${Array.from({ length: 20 }, () => 'people.updateHandle').join(',')}?batch=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const refused = (answer.body as { error?: { data: { code: string } } }[]).filter(({ error }) => error?.data.code === 'rate.limited')
    expect(refused).toHaveLength(10)
    expect(dataOf(await limited.query('session.me'))).not.toBeNull()
    return answer
  },
})
