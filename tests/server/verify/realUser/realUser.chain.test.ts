import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { swaps } from './swaps.ts'
import { type Table, walk } from './table.ts'
import { type RealWorld, startRealWorld } from './world.ts'

let world: RealWorld
beforeAll(async () => {
  const t=Date.now()
  world = await startRealWorld()
  console.log('WORLD', Date.now()-t, process.cpuUsage())
})
afterAll(() => world?.chain.node.stop())

const tables: Record<string, Table> = { swaps }

/** Whoever does it right passes; whoever comes close is told what was missing. */
describe.each(Object.entries(tables))('on real contracts: %s', (_name, table) => {
  it.each(Object.entries(table))('%s', async (_action, rowOf) => {
    const row = rowOf(world)
    expect(row.nearMisses.length).toBeGreaterThanOrEqual(3)
    const { got, wanted } = await walk(world, row)
    expect(got).toEqual(wanted)
  })
})
