import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gasPerCredential } from '#server/credentials/explorer/batchViews.ts'
import { chartDays, chartStart, fillDays } from '#server/credentials/explorer/charts.ts'
import { compareTxPlaces, mergeTxs, type TxPlace } from '#server/credentials/explorer/txOrder.ts'

describe('gas of one credential', () => {
  const costs = { credentials: 10, proposeGas: 1000, verifyGas: 500, finalizeGas: 25, finalAt: '2027-01-01T00:00:00Z' }
  it('is all three transactions, shared', () => {
    expect(gasPerCredential(costs)).toBe(153)
    expect(gasPerCredential({ ...costs, verifyGas: null, finalizeGas: null })).toBe(100)
  })
  it('is not said before it is known', () => {
    expect(gasPerCredential({ ...costs, finalAt: null })).toBeNull()
    expect(gasPerCredential({ ...costs, proposeGas: null })).toBeNull()
    expect(gasPerCredential({ ...costs, credentials: 0 })).toBeNull()
  })
})

describe('days of the chart', () => {
  it('are without a gap, end today, and keep every count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.array(fc.nat(100), { maxLength: chartDays }), (now, counts) => {
        const found = counts.map((credentials, i) => ({
          day: new Date(chartStart(now) + i * 86_400_000).toISOString().slice(0, 10),
          credentials,
        }))
        const days = fillDays(found, now)
        expect(days).toHaveLength(chartDays)
        expect(days.at(-1)?.day).toBe(new Date(now).toISOString().slice(0, 10))
        expect(new Set(days.map(({ day }) => day)).size).toBe(chartDays)
        expect(days.slice(0, found.length)).toEqual(found)
        expect(days.slice(found.length).every(({ credentials }) => credentials === 0)).toBe(true)
      }),
    )
  })
})

describe('the order of txs', () => {
  const at = fc.constantFrom('2027-01-01T00:00:00.000000Z', '2027-01-01T00:00:00.000001Z', '2027-01-02T00:00:00.000000Z')
  const place: fc.Arbitrary<TxPlace> = fc.oneof(
    fc.record({ at, pool: fc.uuid() }),
    fc.record({ at, item: fc.integer({ min: 0, max: 1000 }) }),
  )
  it('is total: the same row is before or after every other', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(Math.sign(compareTxPlaces(a, b)) + Math.sign(compareTxPlaces(b, a))).toBe(0)
        expect(compareTxPlaces(a, a)).toBe(0)
        if (compareTxPlaces(a, b) < 0 && compareTxPlaces(b, c) < 0) expect(compareTxPlaces(a, c)).toBeLessThan(0)
      }),
    )
  })
  it('of merged lists is that of all their rows together', () => {
    fc.assert(
      fc.property(fc.array(fc.array(place, { maxLength: 8 }), { maxLength: 4 }), fc.nat(20), (lists, limit) => {
        const rows = lists.map((list) => list.toSorted(compareTxPlaces).map((found) => ({ place: found })))
        const expected = lists.flat().sort(compareTxPlaces).slice(0, limit)
        expect(mergeTxs(rows, limit).map((row) => row.place)).toEqual(expected)
      }),
    )
  })
})
