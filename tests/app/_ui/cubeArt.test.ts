import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CubeShapes } from '#app/_ui/credential/Cube.tsx'
import { type CubeArt, type CubeSeed, cubeArt, cubeBox } from '#app/_ui/credential/cubeArt.ts'
import { cubeMarkup } from '#app/_ui/credential/cubeMarkup.ts'
import { categories, gilt, gold, hexOf, lit } from '#app/_ui/credential/mineral.ts'
import { rarityOf } from '#app/_ui/credential/rarity.ts'
import { xmlOf } from '#tests/support/readXml.ts'

const seeds: fc.Arbitrary<CubeSeed> = fc.record({
  quest: fc.string({ unit: 'binary' }),
  holder: fc.string({ unit: 'binary' }),
  category: fc.constantFrom(...categories),
  serial: fc.option(fc.nat({ max: 200 }), { nil: null }),
})
const options = fc.record({ solidity: fc.double({ min: 0, max: 1, noNaN: true }), plain: fc.boolean() })
const pictureOf = (art: CubeArt) => art.solid.map(({ d, fill }) => d + fill).join('')

test('the same quest and holder give the same stone', () => {
  fc.assert(
    fc.property(seeds, options, (seed, how) => {
      expect(cubeArt(seed, how)).toEqual(cubeArt({ ...seed }, { ...how }))
    }),
  )
})

test.each(categories)('a thousand holders of one quest have as many different stones of %s', { timeout: 60_000 }, (category) => {
  const pictures = Array.from({ length: 1000 }, (_, i) => pictureOf(cubeArt({ quest: 'uniswap-swap', category, holder: `eip155:0x${i}` })))
  expect(new Set(pictures).size).toBe(pictures.length)
})

test('two thousand quests of one holder have as many different stones, and so do names that end alike', { timeout: 60_000 }, () => {
  const holder = `eip155:0x${'ab'.repeat(20)}`
  const quests = Array.from({ length: 2000 }, (_, i) => pictureOf(cubeArt({ quest: `quest-${i}`, category: 'defi', holder })))
  expect(new Set(quests).size).toBe(quests.length)
  const near = ['a/b', 'a', 'ab', 'b/a', 'a/b/'].map((quest) => pictureOf(cubeArt({ quest, category: 'defi', holder: 'x' })))
  expect(new Set(near).size).toBe(near.length)
})

test('every point stays in the drawing, every fill is a colour, and no stone is heavy', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(seeds, options, (seed, how) => {
      const art = cubeArt(seed, how)
      for (const { d, fill, opacity = 1 } of art.solid) {
        expect(fill).toMatch(/^#[0-9a-f]{6}$/)
        expect(opacity).toBeGreaterThan(0)
        expect(opacity).toBeLessThanOrEqual(1)
        expect(d).toMatch(/^(?:M-?[\d.]+ -?[\d.]+(?:L-?[\d.]+ -?[\d.]+)*Z)+$/)
        const numbers = [...d.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
        const outside = numbers.filter((value, i) => {
          const [from, size] = i % 2 === 0 ? [cubeBox.x, cubeBox.width] : [cubeBox.y, cubeBox.height]
          return value < from || value > from + size
        })
        expect(outside).toEqual([])
      }
      expect(cubeMarkup(art).length).toBeLessThan(how.plain ? 2_000 : 16_000)
    }),
  )
})

test('page and file draw the same, as well-formed XML', () => {
  fc.assert(
    fc.property(seeds, options, (seed, how) => {
      const drawn = [renderToStaticMarkup(createElement(CubeShapes, { seed, options: how })), cubeMarkup(cubeArt(seed, how))]
      const [page, file] = drawn.map((markup) => xmlOf(`<svg>${markup}</svg>`).filter(({ name }) => name === 'path'))
      const paths = (elements: typeof page) =>
        elements?.map(({ attributes: { d, fill, 'fill-opacity': opacity } }) => ({ d, fill, opacity }))
      expect(page?.length).toBeGreaterThan(0)
      expect(paths(file)).toEqual(paths(page))
    }),
    { numRuns: 60 },
  )
})

test('an outline shows what is not settled, and only then', () => {
  const seed = { quest: 'q', holder: 'h', category: 'nft' } as const
  expect(cubeArt(seed, { solidity: 0.5 }).ghost).not.toBe('')
  expect(cubeArt(seed).ghost).toBe('')
})

test('early stones are gilded, the first one most', () => {
  expect([null, 100, 99, 10, 9, 1, 0].map(rarityOf)).toEqual(['plain', 'plain', 'hundred', 'hundred', 'ten', 'ten', 'first'])
  const goldOn = (serial: number | null) => {
    const golds = [...(['left', 'right'] as const).map((face) => gilt(gold, face)), lit(gold, 'top')]
    return cubeArt({ quest: 'q', holder: 'h', category: 'infrastructure', serial }).solid.filter(({ fill }) => golds.includes(fill)).length
  }
  const [plain, hundred, ten, first] = [null, 50, 5, 0].map(goldOn)
  expect(plain).toBe(0)
  expect(hundred).toBeGreaterThan(0)
  expect(ten).toBeGreaterThan(hundred ?? 0)
  expect(first).toBeGreaterThan(ten ?? 0)
})

test('OKLCH becomes sRGB as CSS Color 4 says', () => {
  expect(hexOf({ l: 1, c: 0, h: 0 })).toBe('#ffffff')
  expect(hexOf({ l: 0, c: 0, h: 0 })).toBe('#000000')
  // Red of sRGB, from the specification's sample conversions.
  expect(hexOf({ l: 0.62796, c: 0.25768, h: 29.234 })).toBe('#ff0000')
})
