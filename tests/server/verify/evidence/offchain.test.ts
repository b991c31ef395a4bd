import { describe, expect, it } from 'vitest'
import { createEvidenceRouter } from '#server/verify/evidence/evidenceRouter.ts'
import { problemItem } from '#server/verify/evidence/items.ts'
import { createOffchainEvidence } from '#server/verify/evidence/offchainEvidenceClient.ts'
import { createStepTable } from '#server/verify/follower/stepTable.ts'
import { refresh, watchOf } from '#server/verify/follower/watch.ts'
import type { OpenStep } from '#server/verify/followerPort.ts'
import type { EvidenceItem, Query } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { type Asker, planRule, verifyRule } from '#server/verify/run.ts'

const me = `0x${'a1'.repeat(20)}`
const context = {
  accountId: 'me',
  wallets: [`eip155:${me}`],
  questStart: '2027-01-15T08:00:00Z',
  joinedAt: '2027-01-15T08:00:00Z',
  version: 1,
}
const answered = (query: Query, records: unknown[]) => ({ query, records, complete: true, providers: ['x'] }) as EvidenceItem

const sources = (asked: string[] = []) => ({
  http: async (query: Query, asker: Asker) => {
    asked.push(`http:${asker.accountId}:${asker.space}`)
    return answered(query, [{ status: 200, body: '{"score":10}', at: '2027-01-15T08:00:00Z' }])
  },
  oauth: async (query: Query) => problemItem(query, { reason: 'unlinked', retryable: false, detail: 'GitHub' }),
  facts: {
    listRows: async (list: string, values: readonly string[]) =>
      list.startsWith('7f8b') ? values.slice(0, 1).map((value) => ({ value, columns: {} })) : null,
    cubes: async (accountId: string) => {
      if (accountId !== 'me') throw new TypeError('select * from secrets')
      return []
    },
  },
  sleep: () => new Promise<void>(() => undefined),
})

const http = (path = '$account') => ({
  kind: 'http',
  params: { url: `https://api.example.org/${path}`, method: 'GET', where: [{ path: 'score', type: 'number', op: 'gte', value: '10' }] },
})
const list = { kind: 'list', params: { list: '7f8b3c9e-1f6f-4b53-9d3c-1f0a6c2f4a11', digest: `0x${'ab'.repeat(31)}`, by: 'evm' } }
const oauth = { kind: 'oauth', params: { provider: 'github', fact: 'accountAge', least: 10 } }
const balance = { kind: 'evm.balance', chain: 'eip155:8453', params: { token: { standard: 'native' }, gte: '1' } }

describe('the router', () => {
  it('hands each query to whoever answers it, in order, with who asks', async () => {
    const asked: string[] = []
    const chain = { read: async (queries: readonly Query[]) => queries.map((query) => answered(query, [])) }
    const reader = createEvidenceRouter({ chain, offchain: createOffchainEvidence(sources(asked)) })
    const queries: Query[] = [
      { type: 'list', list: '7f8b', values: [me] },
      { type: 'evm.firstTransaction', chain: 'eip155:1', wallet: me },
      { type: 'cubes' },
      { type: 'reputation' },
    ]
    const items = await reader.read(queries, { accountId: 'me', space: 's' })
    expect(items.map(({ query }) => query)).toEqual(queries)
    expect(items.map(({ problem }) => problem?.reason)).toEqual([undefined, undefined, undefined, 'refused'])
    const { verdict } = await verifyRule({ evidence: reader }, parseRule({ all: [http(), list] }), { context: { ...context, space: 's' } })
    expect(verdict.status).toBe('pass')
    expect(asked).toEqual(['http:me:s'])
  })

  it('answers nobody about nobody, and turns an error of our own into no answer', async () => {
    const offchain = createOffchainEvidence(sources())
    const reader = createEvidenceRouter({ chain: { read: async () => [] }, offchain })
    expect((await reader.read([{ type: 'cubes' }]))[0]?.problem).toMatchObject({ reason: 'refused' })
    const [failed] = await reader.read([{ type: 'cubes' }], { accountId: 'other' })
    expect(failed?.problem).toEqual({ reason: 'unreachable', retryable: true, detail: 'TypeError' })
    expect(
      (await reader.read([{ type: 'evm.firstTransaction', chain: 'eip155:1', wallet: me }], { accountId: 'me' }))[0]?.problem?.reason,
    ).toBe('refused')
  })

  it('does not wait for an answer that takes long: the step is pending, and finds it later', async () => {
    const slow = { ...sources(), http: () => new Promise<never>(() => undefined), sleep: async () => undefined }
    const reader = createEvidenceRouter({ chain: { read: async () => [] }, offchain: createOffchainEvidence(slow) })
    const { verdict } = await verifyRule({ evidence: reader }, parseRule(http()), { context })
    expect(verdict).toMatchObject({ status: 'pending', trace: { next: { en: 'Asking api.example.org: this step goes on by itself.' } } })
  })

  it('says "connect" where the account is missing', async () => {
    const reader = createEvidenceRouter({ chain: { read: async () => [] }, offchain: createOffchainEvidence(sources()) })
    const { verdict } = await verifyRule({ evidence: reader }, parseRule(oauth), { context })
    expect(verdict).toMatchObject({ status: 'fail', trace: { next: { en: 'Connect your GitHub account to do this step.' } } })
  })
})

describe('what no chain tells', () => {
  it('is looked at again by the clock: as long as it is believed', () => {
    const believed = (rule: object) => watchOf(planRule(parseRule(rule), context).flatMap(({ queries }) => queries)).everyMs
    expect(believed(http())).toBe(60_000)
    expect(believed({ ...http(), params: { ...http().params, cacheSeconds: 5 } })).toBe(5000)
    expect(believed(oauth)).toBe(120_000)
    expect(believed({ any: [list, oauth] })).toBe(60_000)
    expect(believed({ any: [oauth, balance] })).toBe(refresh.state)
    expect(believed({ kind: 'visit', params: { url: 'https://example.org/' } })).toBe(refresh.traced)
  })

  it('makes a step due when its time is over, sooner after an error, and at once when something was connected', async () => {
    const step: OpenStep = { participationId: 'p', questSlug: 'q', stepId: 's', rule: parseRule(oauth), context }
    const reading = (item: (query: Query) => EvidenceItem) => ({
      evidence: { read: async (queries: readonly Query[]) => queries.map(item) },
    })
    const fail = await verifyRule(
      reading((query) => answered(query, [])),
      step.rule,
      step,
    )
    const down = { reason: 'unreachable' as const, retryable: true, detail: '' }
    const error = await verifyRule(
      reading((query) => problemItem(query, down)),
      step.rule,
      step,
    )
    expect([fail.verdict.status, error.verdict.status]).toEqual(['fail', 'error'])
    const table = createStepTable()
    table.load([step])
    table.judged(step, fail, 1000)
    expect([table.due(120_999).length, table.due(121_000).length]).toEqual([0, 1])
    table.judged(step, error, 1000)
    expect([table.due(2999).length, table.due(3000).length]).toEqual([0, 1])
    table.judged(step, fail, 1000)
    table.load([{ ...step, offchain: { connected: ['github:1'] } }])
    expect(table.due(1001)).toHaveLength(1)
  })
})
