import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOf, cairnPile } from '#app/_ui/credential/cairnPile.ts'

const widths = (count: number): number[] => {
  const rows: number[] = []
  for (const { row } of cairnPile(count).places) rows[row] = (rows[row] ?? 0) + 1
  return rows
}

test('a cairn has a place for every stone, within its box, and no two at one place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), (count) => {
      const { places, next } = cairnPile(count)
      const box = boxOf([...places, next])
      expect(places).toHaveLength(count)
      expect(new Set([...places, next].map(({ x, y }) => `${x}/${y}`)).size).toBe(count + 1)
      const outside = [...places, next].filter(
        ({ x, y, size }) =>
          x - 92 * size < box.x || x + 92 * size > box.x + box.width || y - 106 * size < box.y || y + 106 * size > box.y + box.height,
      )
      expect(outside).toEqual([])
    }),
  )
})

test('rows never widen upwards, stones never grow upwards, and the lowest lie first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), (count) => {
      const rows = widths(count)
      expect(rows.filter((wide, i) => wide < 1 || wide > (rows[i - 1] ?? Number.POSITIVE_INFINITY))).toEqual([])
      const { places } = cairnPile(count)
      const wrong = places.filter(({ row, size }, i) => row < (places[i - 1]?.row ?? 0) || size > (places[i - 1]?.size ?? 1))
      expect(wrong).toEqual([])
    }),
  )
})

test('it stands like a cairn: one stone, then a stack, then a heap that is wider than tall and ends in few stones', () => {
  expect(widths(1)).toEqual([1])
  expect(widths(2)).toEqual([1, 1])
  expect(widths(3)).toEqual([2, 1])
  expect(widths(12)).toEqual([5, 4, 3])
  for (const count of [12, 60, 500]) {
    const box = boxOf(cairnPile(count).places)
    expect(box.width / box.height).toBeGreaterThan(1)
    expect(box.width / box.height).toBeLessThan(1.9)
    expect(widths(count).at(-1)).toBeLessThanOrEqual(3)
  }
})
