import type { DrillReport } from './drill.ts'
import { KillPoints } from './killPoints.ts'
import { openLife } from './life.ts'
import { type DrillSlot, startDrillSlot } from './slot.ts'
import { checkSlot } from './checks.ts'

/** Lives in which every point has to come by once more. */
const mostLives = 6

/**
 * Kills processes at every commit or every send of a batch's life. The first life goes by undisturbed, to see which points there are; in the
 * next ones each process dies once at each of its points, before and after, and is started again.
 */
export async function killEverywhere(drill: string, kind: 'COMMIT' | 'send', { most = Number.POSITIVE_INFINITY } = {}): Promise<DrillReport> {
  const slot = await startDrillSlot(drill)
  try {
    const points = new KillPoints(kind)
    const look = (...where: Parameters<KillPoints['at']>) => points.at(...where)
    if (kind === 'COMMIT') slot.faults.commit = look
    else slot.faults.send = look
    await slot.addAll()
    const life = await openLife(slot)
    await life.turn()
    console.error(`  ${points.size} points known: ${[...new Set([...points.left].map(({ process, what }) => `\n    ${process}: ${what}`))].join('')}`)
    points.arm(most)
    let lives = 1
    for (; points.left.length > 0 && points.hit.length < most && lives < mostLives; lives++) {
      await life.turn()
      await slot.settled()
      console.error(`  life ${lives + 1}: ${points.hit.length} of ${points.size} points hit`)
    }
    points.disarm()
    await life.turn()
    await slot.settled()
    return {
      ...(await checkSlot(slot, life.said)),
      broke: [`${points.hit.length} of ${points.size} points of ${lives} lives: the process killed before and after each ${kind}`, ...deaths(slot)],
      killPoints: points.hit.map((point) => points.text(point)),
      recoveries: recoveriesOf(slot),
    }
  } finally {
    await slot.stop()
  }
}

export const deaths = ({ engine }: DrillSlot): string[] =>
  [...engine.values()].filter(({ supervised }) => supervised.deaths > 0).map(({ name, supervised }) => `${name} died ${supervised.deaths} times`)

export const recoveriesOf = ({ engine }: DrillSlot): number[] => [...engine.values()].flatMap(({ supervised }) => supervised.recoveries)
