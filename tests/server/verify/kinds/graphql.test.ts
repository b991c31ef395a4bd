import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRule } from '#server/verify/rule.ts'
import { planRule } from '#server/verify/run.ts'
import { me } from './cases.ts'
import { type Case, expectEveryByteCounts, expectNeverWrong, expectVerdict, judgeForeign, refusedAt } from './properties.ts'

const query = 'query ($owner: String!) { positions(where: { owner: $owner }) { id liquidity } }'
const graphql = (more: object = {}) => ({
  kind: 'graphql',
  params: {
    url: 'https://api.example.org/subgraph',
    query,
    variables: { owner: '$account' },
    where: [{ path: 'data.positions.*.liquidity', type: 'number', op: 'gt', value: '0' }],
    ...more,
  },
})
const answer = (json: unknown, status = 200) => ({ records: [{ status, body: JSON.stringify(json), at: '2027-01-15T08:00:00Z' }] })
const positions = (...liquidity: string[]) => ({ positions: liquidity.map((one, id) => ({ id, liquidity: one })) })

const cases: Case[] = [
  ['some position', graphql(), answer({ data: positions('0', '184467440737095516160') }), 'pass'],
  ['no errors, said so', graphql(), answer({ data: positions('1'), errors: [] }), 'pass'],
  ['none with liquidity', graphql(), answer({ data: positions('0') }), 'fail'],
  ['no position', graphql(), answer({ data: positions() }), 'fail'],
  ['half of the data, and an error', graphql(), answer({ data: positions('1'), errors: [{ message: 'cut' }] }), 'error'],
  ['no data', graphql(), answer({ positions: [{ liquidity: '1' }] }), 'error'],
  ['no answer', graphql(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
]

describe('graphql', () => {
  it.each(cases)('%s', (_name, leaf, given, status, seen) => expectVerdict(leaf, given, status, seen))

  it('asks by POST with its variables filled in, and leaves the query as it is', () => {
    const context = {
      accountId: 'a',
      wallets: [`eip155:${me}`],
      questStart: '2027-01-15T08:00:00Z',
      joinedAt: '2027-01-15T08:00:00Z',
      version: 1,
    }
    const [planned] = planRule(parseRule(graphql()), context)[0]?.queries ?? []
    expect(planned).toMatchObject({ type: 'http', method: 'POST', headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(planned?.type === 'http' ? (planned.body ?? '') : '')).toEqual({ query, variables: { owner: me } })
  })

  it('never passes on an arbitrary answer', () => {
    const body = fc.oneof(fc.json(), fc.string(), fc.constantFrom('{"data":null}', '{"data":{"positions":[{"liquidity":"0"}]}}'))
    expectNeverWrong(graphql(), fc.record({ status: fc.oneof(fc.constant(200), fc.integer()), body, at: fc.string() }))
  })

  it('binds every byte', () => expectEveryByteCounts(graphql(), answer({ data: positions('1') })))

  it('takes no answer to another query', () =>
    expect(judgeForeign(graphql(), answer({ data: positions('1') }), (asked) => ({ ...asked, body: '{}' }) as typeof asked)).toBe('error'))

  it.each([
    [graphql({ query: 'mutation { pay { id } }' }), 'params.query'],
    [graphql({ query: 'query { a } mutation { pay { id } }' }), 'params.query'],
    [graphql({ query: '' }), 'params.query'],
    [graphql({ variables: { 'a b': 1 } }), 'params.variables.a b'],
    [graphql({ url: 'https://[::1]/' }), 'params.url'],
    [graphql({ method: 'GET' }), 'params.method'],
  ])('refuses %#', (leaf, field) => expect(refusedAt(leaf)).toBe(field))
})
