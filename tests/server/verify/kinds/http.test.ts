import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planEndpoint } from '#server/verify/kinds/endpoint.ts'
import { kindOf } from '#server/verify/kinds/index.ts'
import { me, second, solMe } from './cases.ts'
import { type Case, expectEveryByteCounts, expectNeverWrong, expectVerdict, judgeForeign, refusedAt } from './properties.ts'

const score = { path: 'score', type: 'number', op: 'gte', value: '10' }
const http = (more: object = {}) => ({
  kind: 'http',
  params: { url: 'https://api.example.org/holders/$account', method: 'GET', where: [score], ...more },
})
const answer = (json: unknown, status = 200) => ({ records: [{ status, body: JSON.stringify(json), at: '2027-01-15T08:00:00Z' }] })
const where = (path: string, type: string, op: string, value: unknown) => http({ where: [{ path, type, op, value }] })

const cases: Case[] = [
  ['enough', http(), answer({ score: 10 }), 'pass', 'api.example.org answered score: 10'],
  ['enough, as text', http(), answer({ score: '10.5' }), 'pass'],
  [
    'some element',
    where('items.*.owner', 'address', 'eq', '$account'),
    answer({ items: [{ owner: 'x' }, { owner: me.toUpperCase().replace('0X', '0x') }] }),
    'pass',
  ],
  ['an element by place', where('0.ok', 'bool', 'eq', true), answer([{ ok: true }]), 'pass'],
  ['the whole', where('$', 'bool', 'eq', true), answer(true), 'pass'],
  ['below the root', where('$.a.b', 'text', 'in', ['x', 'y']), answer({ a: { b: 'y' } }), 'pass'],
  ['a small fraction', where('r', 'number', 'between', ['0.0000001', '0.1']), answer({ r: 1e-7 }), 'pass'],
  ['one short', http(), answer({ score: 9.99 }), 'fail', 'api.example.org answered 9 for score; needed: score ≥ 10'],
  ['nothing there', http(), answer({ points: 10 }), 'fail', 'api.example.org answered nothing for score; needed: score ≥ 10'],
  ['text where a number is needed', http(), answer({ score: 'ten' }), 'fail'],
  ['a number too large for JSON', http(), { records: [{ status: 200, body: '{"score":9007199254740993}', at: '' }] }, 'fail'],
  ['true as text', where('ok', 'bool', 'eq', true), answer({ ok: 'true' }), 'fail'],
  ['a key of every object', where('constructor.name', 'text', 'eq', 'Object'), answer({}), 'fail'],
  [
    'not a wallet, when none was asked for',
    http({ url: 'https://api.example.org/', where: [{ path: 'o', type: 'address', op: 'ne', value: '$account' }] }),
    answer({ o: second }),
    'fail',
  ],
  ['one of two conditions', http({ where: [score, { ...score, path: 'level' }] }), answer({ score: 10, level: 9 }), 'fail'],
  ['an error page', http(), answer({ score: 10 }, 500), 'error'],
  ['not found', http(), answer({ score: 10 }, 404), 'error'],
  ['no JSON', http(), { records: [{ status: 200, body: 'score: 10', at: '' }] }, 'error'],
  ['no answer', http(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['may not be asked', http(), { problem: { reason: 'refused', retryable: false, detail: '' } }, 'error'],
  ['no wallet', http(), { wallets: [`solana:${solMe}`] }, 'fail'],
]

describe('http', () => {
  it.each(cases)('%s', (_name, leaf, given, status, seen) => expectVerdict(leaf, given, status, seen))

  it('never passes on an arbitrary answer', () => {
    const json = fc.json().filter((text) => !/"score"/.test(text))
    const body = fc.oneof(json, fc.string(), fc.constantFrom('{"score":9}', '{"score":[10]}', '{"score":{"score":10}}'))
    expectNeverWrong(http(), fc.record({ status: fc.oneof(fc.constant(200), fc.integer()), body, at: fc.string() }))
  })

  it('binds every byte', () => expectEveryByteCounts(http(), answer({ score: 10 })))

  it('takes no answer to another question', () => {
    const url = 'https://api.example.org/holders/someone-else'
    expect(judgeForeign(http(), answer({ score: 10 }), (query) => ({ ...query, url }) as typeof query)).toBe('error')
  })

  it('asks once for each wallet, with the address or its CAIP-10 id, or once for all', () => {
    const scope = { linked: [`eip155:${me}`, `eip155:${second}`, `solana:${solMe}`] }
    const request = {
      url: 'https://api.example.org/?w=$wallet',
      method: 'POST' as const,
      body: { of: ['$account'], n: 1 },
      chain: 'eip155:8453',
    }
    expect(planEndpoint(request, scope).map(({ query }) => [query.url, query.body])).toEqual([
      [`https://api.example.org/?w=eip155%3A8453%3A${me}`, `{"n":1,"of":["${me}"]}`],
      [`https://api.example.org/?w=eip155%3A8453%3A${second}`, `{"n":1,"of":["${second}"]}`],
    ])
    expect(planEndpoint({ url: 'https://api.example.org/', method: 'GET' }, scope)).toHaveLength(1)
    expect(planEndpoint({ ...request, chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp' }, scope)[0]?.query.url).toContain(solMe)
  })

  it.each([
    [http({ url: 'https://127.0.0.1/$account' }), 'params.url'],
    [http({ url: 'https://$account.example.org/' }), 'params.url'],
    [http({ url: 'https://api.example.org/?key={{key}}' }), 'params.url'],
    [http({ url: 'ftp://api.example.org/' }), 'params.url'],
    [http({ body: {} }), 'params.body'],
    [http({ headers: { host: 'evil.org' } }), 'params.headers.host'],
    [http({ headers: { 'x-a': 'a\r\nb: c' } }), 'params.headers.x-a'],
    [http({ headers: { 'x-a': '{{Bad Name}}' } }), 'params.headers.x-a'],
    [http({ headers: { 'X-A': 'a' } }), 'params.headers.X-A'],
    [http({ where: [] }), 'params.where'],
    [http({ where: [{ ...score, path: 'a[?(@.b)]' }] }), 'params.where.0.path'],
    [http({ where: [{ ...score, value: '1e3' }] }), 'params.where.0.value'],
    [http({ where: [{ ...score, op: 'contains' }] }), 'params.where.0.op'],
    [http({ cacheSeconds: 0 }), 'params.cacheSeconds'],
  ])('refuses %#', (leaf, field) => expect(refusedAt(leaf)).toBe(field))

  it('says who decides, and warns of a plain secret', () => {
    const { lint } = kindOf('http')
    const base = {
      url: 'https://api.example.org/',
      method: 'GET' as const,
      where: [{ ...score, type: 'number' as const, op: 'gte' as const }],
    }
    expect(lint({ ...base, headers: { authorization: 'Bearer abc' } }).map(({ code }) => code)).toEqual([
      'self-attested',
      'same-for-all',
      'plain-secret',
    ])
    expect(lint({ ...base, url: `${base.url}$account`, headers: { authorization: 'Bearer {{key}}' } }).map(({ code }) => code)).toEqual([
      'self-attested',
    ])
  })
})
