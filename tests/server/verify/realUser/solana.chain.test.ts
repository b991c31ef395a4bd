import { afterAll, describe, expect, it } from 'vitest'
import { startSolanaWorld } from '../solanaWorld.ts'
import { gatherCast } from './solanaCast.ts'
import { heldRows } from './solanaHoldings.ts'
import { programRows } from './solanaPrograms.ts'
import { keyOf, play } from './solanaTable.ts'
import { transferRows } from './solanaTransfers.ts'

// All of it is done before the first test, so that the table can be read as a list of tests.
const world = await startSolanaWorld()
const stopped = (cause: unknown) => world.stop().then(() => Promise.reject(cause))
const { rows, verdicts } = await gatherCast(world)
  .then((cast) => play(world, (opened) => [...transferRows(cast, opened), ...heldRows(cast), ...programRows(cast, opened)]))
  .catch(stopped)
afterAll(world.stop)

describe.each(rows)('$action', (row) => {
  it('right', () => expect(verdicts.get(keyOf(row, 'right'))).toMatchObject({ status: 'pass' }))
  it.each(row.nearMisses)('$what', ({ what, says }) => {
    const first = typeof says === 'string' ? says : expect.stringMatching(says)
    expect(verdicts.get(keyOf(row, what))).toEqual({ status: 'fail', first })
  })
})
