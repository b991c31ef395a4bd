import { expect, it } from 'vitest'
import { killEverywhere } from './killing.ts'

/** A short selection of the drills' own code, so that it cannot rot. How fast processes come back is for the drill to judge, on an idle machine. */
it('loses nothing when processes are killed at their commits', async () => {
  const report = await killEverywhere('quick', 'COMMIT', { quick: true })
  expect(report.lost).toEqual([])
  expect(report.killPoints).toHaveLength(6)
  expect(report.checked.every(({ n }) => n > 0)).toBe(true)
})
