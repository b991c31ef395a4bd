import type { DrillReport } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { KillPoints } from './killPoints.ts'

/** Lives in which every point has to come by once more. */
const mostLives = 6
/** Points that a quick run hits. */
const few = 6

/**
 * Kills processes at every commit or every send of a batch's life. The first life goes by undisturbed, to see which points there are; in the
 * next ones each process dies once at each of its points, before and after, and is started again.
 */
export function killEverywhere(drill: string, kind: 'COMMIT' | 'send', { quick = false } = {}): Promise<DrillReport> {
  const points = new KillPoints(kind)
  const most = quick ? few : Number.POSITIVE_INFINITY
  return duringLife(drill, { quick }, async (slot, life) => {
    slot.faults[kind] = (...where) => points.at(...where)
    if (!quick) await life.turn()
    points.arm(most)
    let lives = 0
    while (lives < mostLives && points.hit.length < most && (lives === 0 || points.left.length > 0)) {
      lives++
      await life.turn()
      await slot.settled()
      console.error(`  life ${lives}: ${points.hit.length} of ${points.size} points hit`)
    }
    points.disarm()
    const left = points.left.map((point) => points.text(point))
    return {
      broke: [`a process was killed at ${points.hit.length} of ${points.size} points: before and after each ${kind}, in ${lives} lives`],
      killPoints: points.hit.map((point) => points.text(point)),
      ...(quick || left.length === 0 ? {} : { notMet: left }),
    }
  })
}
