import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import type { L2Mood } from './proxy/l2Proxy.ts'

/** L2's node is not there for a minute, then answers 429 for a while: the slot goes on acknowledging, and settles when L2 is back. */
export const l2Away: Drill = {
  name: 'l2-away',
  about: 'L2 is away for a minute, then busy (429), while txs come in',
  run: ({ quick }) =>
    duringLife('l2-away', { quick }, async (slot, life) => {
      const all = [...slot.engine.values()].map(({ l2 }) => l2)
      const mood = (next: L2Mood) => all.forEach((l2) => void l2.set(next))
      const seconds = quick ? 5 : 60
      mood('away')
      const busy = life.turn()
      await systemClock.sleep(seconds * 1000)
      const refused = all.reduce((sum, { counts }) => sum + counts.refused, 0)
      mood('busy')
      await systemClock.sleep(seconds * 250)
      mood('well')
      await busy
      const busied = all.reduce((sum, { counts }) => sum + counts.refused, 0) - refused
      return { broke: [`L2 was away for ${seconds} s (${refused} calls failed) and busy for ${seconds / 4} s (${busied} calls got 429)`] }
    }),
}
