import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearScale, logScale, type Scale } from '#app/_ui/chart/scale.ts'

const amounts = fc.oneof(fc.integer({ min: 1, max: 10_000_000 }), fc.double({ min: 1e-3, max: 1e9, noNaN: true }))

function rises({ ticks, at }: Scale) {
  expect(ticks.length).toBeGreaterThanOrEqual(2)
  for (const [i, tick] of ticks.entries()) if (i > 0) expect(tick).toBeGreaterThan(ticks[i - 1] ?? Number.NaN)
  expect(at(ticks[0] ?? Number.NaN)).toBeCloseTo(0)
  expect(at(ticks.at(-1) ?? Number.NaN)).toBeCloseTo(1)
}

describe('an axis from 0', () => {
  it('ends at a round number that nothing exceeds, and wastes less than one step', () => {
    fc.assert(
      fc.property(amounts, (most) => {
        const { ticks, at } = linearScale(most)
        rises({ ticks, at })
        const [top = 0, step = 0] = [ticks.at(-1), ticks[1]]
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(top).toBeGreaterThanOrEqual(most * (1 - 1e-8))
        expect(top - most).toBeLessThan(step)
        expect(at(most)).toBeGreaterThan(0.5)
      }),
    )
  })

  it('marks counts at whole numbers only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (most) => {
        expect(linearScale(most, { whole: true }).ticks.filter((tick) => !Number.isInteger(tick))).toEqual([])
      }),
    )
  })

  it('is there for nothing at all', () => {
    expect(linearScale(0).ticks).toEqual([0, 1])
    expect(linearScale(0).at(0)).toBe(0)
  })

  it('counts as people do', () => {
    expect(linearScale(7, { whole: true }).ticks).toEqual([0, 2, 4, 6, 8])
    expect(linearScale(2187, { whole: true }).ticks).toEqual([0, 1000, 2000, 3000])
    expect(linearScale(0.9).ticks).toEqual([0, 0.25, 0.5, 0.75, 1])
  })
})

describe('an axis of powers of ten', () => {
  it('holds every value, larger ones further up', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [least, most] = a < b ? [a, b] : [b, a]
        const { ticks, at } = logScale(least, most)
        rises({ ticks, at })
        expect(ticks[0]).toBeLessThanOrEqual(least * (1 + 1e-6))
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-6))
        expect(at(least)).toBeLessThanOrEqual(at(most))
      }),
    )
  })

  it('stands for one value as well as for many', () => {
    expect(logScale(1000, 1000).ticks).toEqual([1000, 10_000])
    expect(logScale(1500, 620_000).ticks).toEqual([1000, 10_000, 100_000, 1_000_000])
    expect(logScale(1000, 1_000_000).at(1000)).toBe(0)
  })
})
