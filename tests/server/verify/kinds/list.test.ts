import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import { me, other, second, solMe } from './cases.ts'
import { type Case, expectEveryByteCounts, expectNeverWrong, expectVerdict, judgeForeign, refusedAt } from './properties.ts'

const params = { list: '7f8b3c9e-1f6f-4b53-9d3c-1f0a6c2f4a11', digest: `0x${'ab'.repeat(31)}`, name: 'early', by: 'evm' as const }
const list = (more: object = {}) => ({ kind: 'list', params: { ...params, ...more } })
const row = (value: string, columns: Record<string, string> = {}) => ({ value, columns })
const tier = (value: string) => ({ where: [{ path: 'tier', type: 'text', op: 'eq', value }] })

const cases: Case[] = [
  ['on it', list(), { records: [row(me)] }, 'pass', '0xa1a1…a1a1 is on the list'],
  ['the second wallet is', list(), { records: [row(second)] }, 'pass'],
  ['a Solana wallet', list({ by: 'solana' }), { records: [row(solMe)] }, 'pass'],
  ['with the right column', list(tier('gold')), { records: [row(me, { tier: 'gold' })] }, 'pass'],
  ['one of two rows', list(tier('gold')), { records: [row(me, { tier: 'tin' }), row(second, { tier: 'gold' })] }, 'pass'],
  [
    'a number in a column',
    list({ where: [{ path: 'points', type: 'number', op: 'gte', value: '10' }] }),
    { records: [row(me, { points: '10.5' })] },
    'pass',
  ],
  ['not on it', list(), {}, 'fail'],
  ["another member's row", list(), { records: [row(other)] }, 'fail'],
  [
    'another column',
    list(tier('gold')),
    { records: [row(me, { tier: 'tin' })] },
    'fail',
    '0xa1a1…a1a1 is on the list, but tier is “tin”; needed: tier = “gold”',
  ],
  ['no such column', list(tier('gold')), { records: [row(me)] }, 'fail'],
  ['no wallet of that kind', list(), { wallets: [`solana:${solMe}`], records: [row(me)] }, 'fail'],
  ['no handle', list({ by: 'handle' }), { records: [row('alice')] }, 'fail'],
  ['unread', list(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['no such list', list(), { problem: { reason: 'refused', retryable: false, detail: '' } }, 'error'],
]

describe('list', () => {
  it.each(cases)('%s', (_name, leaf, given, status, seen) => expectVerdict(leaf, given, status, seen))

  it("never passes on others' rows", () =>
    expectNeverWrong(
      list(),
      fc.record({ value: fc.oneof(fc.string(), fc.constant(other)), columns: fc.dictionary(fc.string(), fc.string()) }),
    ))

  it('binds every byte', () => expectEveryByteCounts(list(tier('gold')), { records: [row(me, { tier: 'gold' })] }))

  it('takes no row of another list or of other content', () => {
    const change = (query: object) => ({ ...query, list: `${params.list}@0x${'cd'.repeat(31)}` })
    expect(judgeForeign(list(), { records: [row(me)] }, (query) => change(query) as typeof query)).toBe('error')
  })

  it.each([
    [list({ list: 'mine' }), 'params.list'],
    [list({ digest: '0xab' }), 'params.digest'],
    [list({ by: 'email' }), 'params.by'],
  ])('refuses %#', (leaf, field) => expect(refusedAt(leaf)).toBe(field))

  it('warns who decides, and that handles move', () => {
    expect(
      kindOf('list')
        .lint({ ...params, by: 'handle' })
        .map(({ code }) => code),
    ).toEqual(['self-attested', 'handle-moves'])
  })
})
