import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts } from './accounts.ts'
import { attestations } from './attestations.ts'
import { coins } from './coins.ts'
import { holdings } from './holdings.ts'
import { lending } from './lending.ts'
import { liquidity } from './liquidity.ts'
import { pieces } from './pieces.ts'
import { swaps } from './swaps.ts'
import { type Table, walk } from './table.ts'
import { type RealWorld, startRealWorld } from './world.ts'

let world: RealWorld
beforeAll(async () => {
  world = await startRealWorld()
})
afterAll(() => world?.chain.node.stop())

const tables: Record<string, Table> = { swaps, liquidity, lending, coins, pieces, holdings, attestations, accounts }

/** Whoever does it right passes; whoever comes close is told what was missing. */
describe.each(Object.entries(tables))('on real contracts: %s', (_name, table) => {
  it.each(Object.entries(table))('%s', async (_action, rowOf) => {
    const row = rowOf(world)
    expect(row.nearMisses.length).toBeGreaterThanOrEqual(3)
    const { got, wanted } = await walk(world, row)
    expect(got).toEqual(wanted)
  })
})
