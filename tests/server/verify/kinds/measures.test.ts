import fc from 'fast-check'
import { parseAbiItem } from 'viem'
import { describe, expect, it } from 'vitest'
import { isEnough, type Measures, measureText, progressText, standings } from '#server/verify/kinds/measures.ts'
import type { Match } from '#server/verify/kinds/settling.ts'
import { parseRule } from '#server/verify/rule.ts'
import { chain, contract } from './cases.ts'

const event = 'event Swap(address pool, int256 amount, string memo, uint256[] parts)'
const { inputs } = parseAbiItem(event)
const units = { amount: { decimals: 6, symbol: 'USDC' } }
const day = 86_400
const hour = 3600

type Done = { time?: number; amount?: bigint; pool?: string; parts?: bigint[] }
const match = ({ time = 0, amount = 1_000_000n, pool = '0xaa', parts = [] }: Done = {}): Match => ({
  ...{ blockNumber: '1', time, amount, seen: { text: { en: '', ja: '' } } },
  fact: { chain, blockNumber: '1', blockHash: '', wallet: '', decoded: {} },
  decoded: { inputs, args: { pool, amount, memo: '', parts } },
})
const at = (...times: number[]) => times.map((time) => match({ time }))
const amounts = (...values: bigint[]) => values.map((amount) => match({ amount: amount * 1_000_000n }))
const pools = (...names: string[]) => names.map((pool) => match({ pool }))

const enough: [string, Measures, Match[]][] = [
  ['one deed', {}, [match()]],
  ['as many as wanted', { count: 3 }, at(0, 0, 0)],
  ['a sum exactly', { sum: { arg: 'amount', gte: '10000000' } }, amounts(4n, 6n)],
  ['the largest exactly', { max: { arg: 'amount', gte: '6000000' } }, amounts(4n, 6n, 5n)],
  ['a sum over a list', { sum: { arg: 'parts.*', gte: '6' } }, [match({ parts: [1n, 2n] }), match({ parts: [3n] })]],
  ['different values', { distinct: { arg: 'pool', gte: 2 } }, pools('0xaa', '0xbb', '0xaa')],
  ['different days, a second apart', { days: 2 }, at(day - 1, day)],
  ['far enough apart', { count: 3, gap: { atLeast: hour } }, at(0, hour, 2 * hour)],
  ['far enough apart, with others between', { count: 2, gap: { atLeast: hour } }, at(0, 1, 2, hour)],
  ['close enough in a row', { count: 3, gap: { atMost: hour } }, at(0, hour, 2 * hour)],
  ['a later row that is long enough', { count: 3, gap: { atMost: hour } }, at(0, 10 * hour, 11 * hour, 12 * hour)],
  ['one a day, no day left out', { count: 3, gap: { atLeast: 20 * hour, atMost: 28 * hour } }, at(0, 24 * hour, 25 * hour, 48 * hour)],
  ['everything at once', { count: 2, sum: { arg: 'amount', gte: '2000000' }, days: 2, distinct: { arg: 'pool', gte: 1 } }, at(0, day)],
]

const short: [string, Measures, Match[], string | undefined, string?][] = [
  ['no deed', {}, [], undefined],
  ['no deed, where zero would be enough', { sum: { arg: 'amount', gte: '0' } }, [], undefined],
  ['one too few', { count: 3 }, at(0, 0), '2 so far, 3 needed.', '現在 2、必要なのは 3 です。'],
  ['one unit below the sum', { sum: { arg: 'amount', gte: '10000001' } }, amounts(4n, 6n), '10 USDC so far, 10.000001 USDC needed.'],
  ['negative amounts that take away', { sum: { arg: 'amount', gte: '5000000' } }, amounts(6n, -2n), '4 USDC so far, 5 USDC needed.'],
  ['many small ones instead of a large one', { max: { arg: 'amount', gte: '6000000' } }, amounts(5n, 5n), '5 USDC so far, 6 USDC needed.'],
  [
    'the same value again',
    { distinct: { arg: 'pool', gte: 2 } },
    pools('0xAA', '0xaa'),
    '1 different pool so far, 2 different pool needed.',
  ],
  ['one day', { days: 2 }, at(0, day - 1), '1 day so far, 2 days needed.', '現在 1 日、必要なのは 2 日 です。'],
  ['too close', { count: 2, gap: { atLeast: hour } }, at(0, hour - 1), '1 so far, 2 needed.'],
  ['a row that broke', { count: 3, gap: { atMost: hour } }, at(0, hour, 2 * hour + 1), '2 so far, 3 needed.'],
]

const leaf = (params: object) => ({ kind: 'evm.event', chain, params: { addresses: [contract], event, ...params } })

describe('measures', () => {
  it.each(enough)('enough: %s', (_name, wanted, matches) => {
    expect(isEnough(wanted, matches)).toBe(true)
    expect(progressText(wanted, matches, units)).toBeUndefined()
  })

  it.each(short)('not enough: %s', (_name, wanted, matches, en, ja) => {
    expect(isEnough(wanted, matches)).toBe(false)
    const progress = progressText(wanted, matches, units)
    expect(progress?.en).toBe(en)
    if (ja) expect(progress?.ja).toBe(ja)
  })

  it('says in words what is wanted', () => {
    const wanted: Measures = { count: 3, gap: { atLeast: day, atMost: 2 * day }, max: { arg: 'amount', gte: '5000000' }, days: 3 }
    expect(measureText(wanted, units).map(({ en }) => en)).toEqual([
      '3 times',
      'at least 1 day apart',
      'never more than 2 days apart',
      'amount once at least 5 USDC',
      'on 3 different days',
    ])
    expect(measureText({}, units)).toEqual([])
  })

  it('refuses what no deed can be measured by', () => {
    const refused: [object, RegExp][] = [
      [{ sum: { arg: 'pool', gte: '1' } }, /sum\.arg/],
      [{ max: { arg: 'memo', gte: '1' } }, /max\.arg/],
      [{ distinct: { arg: 'parts', gte: 2 } }, /distinct\.arg/],
      [{ distinct: { arg: 'nothing', gte: 2 } }, /distinct\.arg/],
      [{ count: 0 }, /count/],
      [{ days: 367 }, /days/],
      [{ gap: {} }, /gap/],
      [{ gap: { atLeast: 10, atMost: 5 } }, /gap/],
    ]
    for (const [params, field] of refused) expect(() => parseRule(leaf(params)), JSON.stringify(params)).toThrow(field)
  })

  const deeds = fc.array(
    fc.record({
      time: fc.integer({ min: 0, max: 20 * day }),
      amount: fc.bigInt({ min: 0n, max: 100n }),
      pool: fc.constantFrom('0xaa', '0xbb', '0xcc'),
    }),
    { maxLength: 12 },
  )
  const wantedMeasures = fc.record(
    {
      count: fc.integer({ min: 1, max: 6 }),
      sum: fc.record({ arg: fc.constant('amount'), gte: fc.nat(300).map(String) }),
      max: fc.record({ arg: fc.constant('amount'), gte: fc.nat(100).map(String) }),
      distinct: fc.record({ arg: fc.constant('pool'), gte: fc.integer({ min: 1, max: 4 }) }),
      days: fc.integer({ min: 1, max: 6 }),
      gap: fc.record({ atLeast: fc.integer({ min: 1, max: 2 * day }) }),
    },
    { requiredKeys: [] },
  )

  it('one deed more never takes away, and the order of deeds does not matter', () => {
    fc.assert(
      fc.property(wantedMeasures, deeds, fc.nat(), (wanted, done, seed) => {
        const matches = done.map(match)
        const shuffled = matches.toSorted((a, b) => ((a.time * 7919 + seed) % 101) - ((b.time * 7919 + seed) % 101))
        expect(isEnough(wanted, shuffled)).toBe(isEnough(wanted, matches))
        if (isEnough(wanted, matches.slice(1))) expect(isEnough(wanted, matches)).toBe(true)
        expect(isEnough(wanted, matches)).toBe(matches.length > 0 && progressText(wanted, matches, units) === undefined)
      }),
    )
  })

  it('finds the longest row that the gaps allow', () => {
    const gaps = fc.record({ atLeast: fc.integer({ min: 1, max: 30 }), more: fc.integer({ min: 0, max: 30 }), bounded: fc.boolean() })
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 9 }), gaps, (times, { atLeast, more, bounded }) => {
        const gap = bounded ? { atLeast, atMost: atLeast + more } : { atLeast }
        const most = (from: number[], last: number | null): number =>
          Math.max(
            0,
            ...from.flatMap((time, index) => {
              const apart = last === null ? null : time - last
              const fits = apart === null || (apart >= atLeast && apart <= (gap.atMost ?? Number.POSITIVE_INFINITY))
              return fits ? [1 + most(from.slice(index + 1), time)] : []
            }),
          )
        const sorted = times.toSorted((a, b) => a - b)
        expect(standings({ gap }, at(...times), undefined)[0]?.have.en).toBe(String(most(sorted, null)))
      }),
    )
  })
})
