import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cubeArt } from '#app/_ui/credential/cubeArt.ts'
import { cubeMarkup } from '#app/_ui/credential/cubeMarkup.ts'
import { stoneMarkup } from '#app/_ui/credential/stoneMarkup.ts'

const seeds = fc.record({
  quest: fc.constantFrom('learn-cairn', 'uniswap-swap', 'a","b'),
  category: fc.constantFrom('defi' as const, 'nft' as const, 'learn' as const),
  holder: fc.constantFrom('', 'eip155:0x01', '","learn'),
  serial: fc.constantFrom(null, 0, 7, 4000),
})
const options = fc.record({ solidity: fc.constantFrom(0.2, 0.75, 1), plain: fc.boolean() })

it('draws each stone as if it were the only one, however often and among whatever others it is asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(seeds, options), { minLength: 1, maxLength: 20 }), (asked) => {
      for (const [seed, option] of asked) expect(stoneMarkup(seed, option)).toBe(cubeMarkup(cubeArt(seed, option), 'currentColor'))
    }),
  )
})

it('draws anew what was pushed out by a thousand others', () => {
  const first = { quest: 'first', category: 'defi', holder: '' } as const
  const before = stoneMarkup(first, { plain: true })
  for (let i = 0; i < 1100; i++) stoneMarkup({ ...first, holder: String(i) }, { plain: true })
  expect(stoneMarkup(first, { plain: true })).toBe(before)
})
