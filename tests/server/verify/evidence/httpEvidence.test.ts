import { describe, expect, it } from 'vitest'
import { type OutboundAnswer, OutboundError, type OutboundRequest } from '#server/shared/outbound/guardedFetchClient.ts'
import { createHttpEvidence } from '#server/verify/evidence/httpEvidenceClient.ts'
import type { HttpQuery, HttpRecord } from '#server/verify/query.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'

/** An endpoint in memory with a clock that is moved by hand; `run` moves it from sleeper to sleeper until nobody sleeps. */
function world(
  answer: (request: OutboundRequest, times: number) => OutboundAnswer | Promise<OutboundAnswer>,
  perSecond = Number.POSITIVE_INFINITY,
) {
  const clock = { ms: 1_800_000_000_000 }
  const sleepers: { at: number; wake: () => void }[] = []
  const asked: { at: number; request: OutboundRequest }[] = []
  const secrets: Record<string, Record<string, string>> = { a: { key: 'hidden-a' }, b: { key: 'hidden-b' } }
  const read = createHttpEvidence({
    fetch: async (request) => {
      asked.push({ at: clock.ms, request })
      return answer(request, asked.length)
    },
    secrets: async (space) => new Map(Object.entries(secrets[space] ?? {})),
    now: () => clock.ms,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: clock.ms + ms, wake })),
    perSecond,
  })
  const run = async () => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const next = sleepers.sort((a, b) => a.at - b.at).shift()
      if (!next) return
      clock.ms = Math.max(clock.ms, next.at)
      next.wake()
    }
  }
  return { read, clock, asked, run }
}

const query = (path: string, more: Partial<HttpQuery> = {}): HttpQuery => ({
  type: 'http',
  url: `https://api.example.org/${path}`,
  method: 'GET',
  headers: {},
  cacheSeconds: 60,
  ...more,
})
const ok = (body = '{}'): OutboundAnswer => ({ status: 200, headers: {}, body })
const member = { accountId: 'm', space: 'a' }

describe('answers of endpoints', () => {
  it('are asked for once by all who ask at the same time, and again when their time is over', async () => {
    const { read, clock, asked } = world(() => ok())
    const items = await Promise.all(Array.from({ length: 500 }, (_, i) => read(query('x'), { accountId: String(i), space: 'a' })))
    expect(asked).toHaveLength(1)
    expect(new Set(items.map(({ complete }) => complete))).toEqual(new Set([true]))
    clock.ms += 59_999
    await read(query('x'), member)
    expect(asked).toHaveLength(1)
    clock.ms += 2
    await read(query('x'), member)
    expect(asked).toHaveLength(2)
  })

  it('that failed are retryable, never an answer, and asked again after a pause', async () => {
    const { read, clock, asked } = world((_request, times) => {
      if (times === 1) throw new OutboundError('too-slow', 'api.example.org did not answer')
      return ok()
    })
    const first = await read(query('x'), member)
    expect(first).toMatchObject({ records: [], complete: false, problem: { reason: 'unreachable', retryable: true, detail: 'too-slow' } })
    await read(query('x'), member)
    expect(asked).toHaveLength(1)
    clock.ms += 15_001
    expect((await read(query('x'), member)).problem).toBeUndefined()
  })

  it('that may not be asked are refused for good', async () => {
    const { read } = world(() => {
      throw new OutboundError('refused', 'leads to an address that is not public')
    })
    expect((await read(query('x'), member)).problem).toMatchObject({ reason: 'refused', retryable: false })
  })

  const waits = async (header: string, pause: number) => {
    const { read, clock, asked } = world((_request, times) =>
      times === 1 ? { status: 429, headers: { 'retry-after': header }, body: '' } : ok(),
    )
    expect((await read(query('x'), member)).problem).toMatchObject({ retryable: true, detail: '429' })
    clock.ms += pause - 1
    await read(query('x'), member)
    expect(asked).toHaveLength(1)
    clock.ms += 2
    await read(query('x'), member)
    expect(asked).toHaveLength(2)
  }

  it('wait as long as a 429 says', () => waits('120', 120_000))

  runBadInputs('tests/server/verify/evidence/httpEvidence.test.ts', {
    async WH41() {
      await waits('1000000000', 3_600_000)
      for (const header of ['-1', 'soon']) await waits(header, 15_000)
      return 'bounded'
    },
  })

  it('come at the pace of the host; whoever would wait too long is told so', async () => {
    const { read, asked, run } = world(() => ok(), 5)
    const all = Promise.all(Array.from({ length: 200 }, (_, i) => read(query(String(i)), member)))
    await run()
    const items = await all
    const times = asked.map(({ at }) => at)
    for (const at of times) expect(times.filter((other) => other >= at && other < at + 1000).length).toBeLessThanOrEqual(5)
    const turned = items.filter(({ problem }) => problem !== undefined)
    expect(turned.length).toBeGreaterThan(50)
    expect(turned[0]?.problem).toMatchObject({ retryable: true })
  })

  it('are bought by the secret of the space, and never shared with another space', async () => {
    const { read, asked } = world(({ headers }) => ok(JSON.stringify({ echo: headers?.authorization })))
    const secret = query('x', { headers: { authorization: 'Bearer {{key}}' } })
    const [a, b] = [await read(secret, { accountId: 'm', space: 'a' }), await read(secret, { accountId: 'm', space: 'b' })]
    expect(asked.map(({ request }) => request.headers?.authorization)).toEqual(['Bearer hidden-a', 'Bearer hidden-b'])
    for (const item of [a, b]) {
      expect(JSON.stringify(item)).not.toContain('hidden')
      expect((item.records as HttpRecord[])[0]?.body).toBe('{"echo":"Bearer [cut]"}')
      expect(JSON.stringify(item.query)).toContain('{{key}}')
    }
  })

  it('are not asked for without the secret, nor by a member without a space', async () => {
    const { read, asked } = world(() => ok())
    const secret = query('x', { headers: { authorization: 'Bearer {{other}}' } })
    expect((await read(secret, member)).problem).toMatchObject({
      reason: 'refused',
      retryable: false,
      detail: 'the space has no secret other',
    })
    expect((await read(query('y', { headers: { authorization: '{{key}}' } }), { accountId: 'm' })).problem).toMatchObject({
      reason: 'refused',
    })
    expect(asked).toHaveLength(0)
  })
})
