import { expect, test } from 'vitest'
import { generatedConstants, staleConstants } from '#contracts/scripts/constants.ts'
import { circuits, localChainIds, trees } from '#server/rollup/protocol/constants.gen.ts'

test('generated constants are what protocol.json says', () => {
  expect(staleConstants()).toEqual([])
  expect(Object.keys(generatedConstants())).toHaveLength(2 + Object.keys(circuits).length)
})

test('the small layout is the one of the README', () => {
  expect(circuits.small.offsets).toEqual({ header: 0, opens: 2, groups: 11, accounts: 19, entries: 22, total: 52 })
  expect(trees.accounts.capacity).toBe(43046721)
  expect(localChainIds).toContain(31338)
})
