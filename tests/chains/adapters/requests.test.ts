import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createReader } from '#chains/adapters/index.ts'
import { AnswerTooLarge, openRequests } from '#chains/adapters/request.ts'
import { unbatching } from '#chains/adapters/unbatch.ts'
import { appA } from '#chains/definitions/app-a.ts'
import { isChainError, retryAfterMs } from '#chains/errors.ts'
import { openPool } from '#chains/pool/createPool.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function serving(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const bodyOf = async (request: Parameters<RequestListener>[0]) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
type Message = { id: number; method: string; params: string[] }
/** Answers each call with its first parameter. */
const echo = ({ id, params }: Message) => ({ jsonrpc: '2.0', id, result: params[0] })
const batch = (count: number): Message[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, method: 'echo', params: [`0x${index}`] }))
const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })

describe('requests', () => {
  it('read no more than they may', async () => {
    const url = await serving((_, response) => response.end('x'.repeat(1000)))
    expect(await (await openRequests({ mostBytes: 1000 }).fetch(url)).text()).toHaveLength(1000)
    await expect(openRequests({ mostBytes: 999 }).fetch(url)).rejects.toThrow(AnswerTooLarge)
  })

  it('limit the whole answer in time, not the wait for their turn', async () => {
    const drip = await serving((_, response) => void setInterval(() => response.write('x'), 20).unref())
    await expect(openRequests({ timeoutMs: 200 }).fetch(drip)).rejects.toMatchObject({ name: 'TimeoutError' })
    const quick = await serving((_, response) => response.end('yes'))
    const requests = openRequests({ timeoutMs: 2_000, admit: () => new Promise((resolve) => setTimeout(resolve, 2_500)) })
    expect(await (await requests.fetch(quick)).text()).toBe('yes')
    expect(requests.count()).toBe(1)
  })
})

describe('batches', () => {
  it.each([
    ['an error in place of a list', 200, '{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batches are not supported"}}'],
    ['one error in a list', 200, '[{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"too long"}}]'],
    ['400', 400, 'no'],
    ['413', 413, 'no'],
  ])('that are refused by %s become single calls, once and for all', async (_, status, refusal) => {
    const bodies: string[] = []
    const url = await serving(async (request, response) => {
      const body = await bodyOf(request)
      bodies.push(body[0] ?? '')
      if (body.startsWith('[')) response.writeHead(status).end(refusal)
      else response.end(JSON.stringify(echo(JSON.parse(body))))
    })
    const fetch = unbatching(openRequests().fetch, 2)
    for (const _ of [1, 2]) expect(await (await fetch(url, post(batch(3)))).json()).toEqual(batch(3).map(echo))
    expect(bodies.join('')).toBe('[{{{{{{')
  })

  it('that are answered stay batches, and a batch of one is a single call', async () => {
    const bodies: string[] = []
    const url = await serving(async (request, response) => {
      const body = await bodyOf(request)
      bodies.push(body[0] ?? '')
      const asked: Message | Message[] = JSON.parse(body)
      response.end(JSON.stringify(Array.isArray(asked) ? asked.map(echo) : echo(asked)))
    })
    const fetch = unbatching(openRequests().fetch, 2)
    expect(await (await fetch(url, post(batch(3)))).json()).toEqual(batch(3).map(echo))
    expect(await (await fetch(url, post(batch(1)))).json()).toEqual(batch(1).map(echo))
    expect(bodies.join('')).toBe('[{')
  })

  it('that ask too much at once are asked again one by one, and a limit of rate stays one', async () => {
    const large = await serving(async (request, response) => {
      const asked: Message | Message[] = JSON.parse(await bodyOf(request))
      response.end(
        JSON.stringify([asked].flat().map((one) => ({ ...echo(one), result: 'x'.repeat(400) }))).slice(
          Array.isArray(asked) ? 0 : 1,
          Array.isArray(asked) ? undefined : -1,
        ),
      )
    })
    const answers: unknown = await (await unbatching(openRequests({ mostBytes: 1000 }).fetch, 2)(large, post(batch(5)))).json()
    expect(answers).toHaveLength(5)
    const limited = await serving((_, response) => response.writeHead(429, { 'retry-after': '3' }).end())
    expect((await unbatching(openRequests().fetch, 2)(limited, post(batch(5)))).status).toBe(429)
  })
})

describe('an endpoint that asks us to slow down', () => {
  it('says for how long, and the pool leaves it out until then', async () => {
    const url = await serving((_, response) => response.writeHead(429, { 'retry-after': '7' }).end('{}'))
    const error = await createReader(appA, { url, operator: 'x' })
      .head()
      .catch((thrown: unknown) => thrown)
    expect(isChainError(error) && [error.reason, 'retryAfterMs' in error && error.retryAfterMs]).toEqual(['rate-limited', 7_000])
    const clock = { now: 1_000 }
    const effects = { now: () => clock.now, chance: () => 0, sleep: async () => {} }
    const pool = openPool({ ...appA, endpoints: [{ url, operator: 'x' }] }, {}, { effects })
    await expect(pool.order()[0]?.head()).rejects.toThrow()
    expect(pool.order()).toEqual([])
    expect(pool.snapshot()).toMatchObject([{ operator: 'x', standing: 'out', out: { reason: 'rate-limited', seconds: 7 }, requests: 1 }])
    clock.now += 7_000
    expect(pool.order()).toHaveLength(1)
  })

  it('may say so with a date', () => {
    const now = Date.parse('2026-01-01T00:00:00Z')
    expect(retryAfterMs('Thu, 01 Jan 2026 00:00:09 GMT', now)).toBe(9_000)
    expect([retryAfterMs('soon', now), retryAfterMs(null, now), retryAfterMs('-1', now)].slice(0, 2)).toEqual([undefined, undefined])
  })
})

describe('a budget', () => {
  it('spreads requests over time and gives up what would wait too long', async () => {
    const url = await serving(async (request, response) => {
      const asked: Message | Message[] = JSON.parse(await bodyOf(request))
      const block = { number: '0x5', hash: '0xaa', parentHash: '0xbb', timestamp: '0x1', transactions: [] }
      const answer = ({ id, method }: Message) => ({ jsonrpc: '2.0', id, result: method === 'eth_chainId' ? '0x7a6b' : block })
      response.end(JSON.stringify(Array.isArray(asked) ? asked.map(answer) : answer(asked)))
    })
    const waits: number[] = []
    const effects = { now: () => 0, chance: () => 0, sleep: async (ms: number) => void waits.push(ms) }
    const pool = openPool({ ...appA, endpoints: [{ url, operator: 'x', budget: { perSecond: 1, perDay: 100 } }] }, {}, { effects })
    const [reader] = pool.order()
    let answered = 0
    for (let at = 1n; at <= 9n; at++) {
      await reader?.block(at).then(
        () => answered++,
        () => null,
      )
    }
    // Two at once, then one a second up to five seconds ahead: the chain's id, and six blocks.
    expect(waits).toEqual([1000, 2000, 3000, 4000, 5000])
    expect(answered).toBe(6)
    expect(pool.snapshot()[0]).toMatchObject({ out: { reason: 'rate-limited' } })
  })
})
