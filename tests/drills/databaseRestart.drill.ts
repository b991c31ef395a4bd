import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { endPostgres, startPostgres } from './postgresServer.ts'

/** Postgres goes away under load, by a shutdown and by kill -9 in turn, and comes back a second later. */
export const databaseRestart: Drill = {
  name: 'database-restart',
  about: 'Postgres is shut down and killed in turn, six times while the slot is busy',
  run: ({ quick }) =>
    duringLife('database-restart', { quick }, async (slot, life) => {
      const times = quick ? 2 : 6
      const recoveries: number[] = []
      const busy = life.turn()
      for (let time = 0; time < times; time++) {
        await systemClock.sleep(4000)
        await endPostgres(slot, time % 2 === 0 ? 'shutdown' : 'kill')
        await systemClock.sleep(1000)
        recoveries.push(await startPostgres(slot))
      }
      await busy
      return { broke: [`Postgres went away ${times} times, half of them by kill -9`], recoveries }
    }),
}
