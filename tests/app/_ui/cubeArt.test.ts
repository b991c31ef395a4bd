import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cairnPlaces } from '#app/_ui/credential/Cairn.tsx'
import { cubeArt, cubeBox } from '#app/_ui/credential/cubeArt.ts'
import { categories, hexOf } from '#app/_ui/credential/mineral.ts'

const seeds = fc.record({ quest: fc.string(), holder: fc.string(), category: fc.constantFrom(...categories) })
const pictureOf = (art: ReturnType<typeof cubeArt>) => art.solid.map(({ d, fill }) => d + fill).join('')

test('the same quest and holder give the same stone', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, solidity) => {
      expect(cubeArt(seed, solidity)).toEqual(cubeArt({ ...seed }, solidity))
    }),
  )
})

test('a thousand holders of one quest have a thousand different stones', () => {
  const pictures = Array.from({ length: 1000 }, (_, i) =>
    pictureOf(cubeArt({ quest: 'uniswap-swap', category: 'defi', holder: `eip155:0x${i}` })),
  )
  expect(new Set(pictures).size).toBe(1000)
})

test('every point stays in the drawing, and every fill is a colour', () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, solidity) => {
      const art = cubeArt(seed, solidity)
      for (const { d, fill } of art.solid) {
        expect(fill).toMatch(/^#[0-9a-f]{6}$/)
        const numbers = [...d.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
        numbers.forEach((value, i) => {
          const [from, size] = i % 2 === 0 ? [cubeBox.x, cubeBox.width] : [cubeBox.y, cubeBox.height]
          expect(value).toBeGreaterThanOrEqual(from)
          expect(value).toBeLessThanOrEqual(from + size)
        })
      }
    }),
  )
})

test('an outline shows what is not settled, and only then', () => {
  const seed = { quest: 'q', holder: 'h', category: 'nft' } as const
  expect(cubeArt(seed, 0.5).ghost).not.toBe('')
  expect(cubeArt(seed, 1).ghost).toBe('')
})

test('OKLCH becomes sRGB as CSS Color 4 says', () => {
  expect(hexOf({ l: 1, c: 0, h: 0 })).toBe('#ffffff')
  expect(hexOf({ l: 0, c: 0, h: 0 })).toBe('#000000')
  // Red of sRGB, from the specification's sample conversions.
  expect(hexOf({ l: 0.62796, c: 0.25768, h: 29.234 })).toBe('#ff0000')
})

test('a cairn has a place for every stone, and no two at one place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      const places = cairnPlaces(count)
      expect(places.length).toBeGreaterThanOrEqual(count)
      expect(new Set(places.map(({ x, y }) => `${x}/${y}`)).size).toBe(places.length)
      // One row less would not do.
      const rows = Math.max(...places.map(({ row }) => row)) + 1
      expect((rows * (rows - 1)) / 2).toBeLessThan(count)
    }),
  )
})
