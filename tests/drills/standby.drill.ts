import { gt } from 'drizzle-orm'
import { rollupBatches } from '#drizzle/schema/rollup.ts'
import { newestBatch } from '#server/rollup/sequencer/batchStore.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { patiently } from './life.ts'
import type { DrillSlot } from './slot.ts'

const [first, second] = ['sequencer', 'standby'] as const

/** The active one of two sequencers dies for good and the other one seals on; the dead one then comes back as the new standby. */
export const standby: Drill = {
  name: 'standby',
  about: 'the active sequencer is killed; the time until the standby seals the next batch',
  run: ({ quick }) =>
    duringLife('standby', { quick, processes: startBoth }, async (slot, life) => {
      const recoveries: number[] = []
      let [active, other] = [slot.get(first), slot.get(second)]
      for (let time = 0; time < (quick ? 1 : 4); time++) {
        const before = (await newestBatch(slot.db))?.number ?? 0
        active.supervised.kill({ forGood: true })
        const begun = systemClock.now()
        const busy = life.turn()
        await patiently('the standby seals', async () => (await slot.db.$count(rollupBatches, gt(rollupBatches.number, before))) > 0, {
          everyMs: 20,
        })
        recoveries.push((systemClock.now() - begun) / 1000)
        await busy
        await active.supervised.start({ settle: false })
        ;[active, other] = [other, active]
      }
      const figures = { 'kill to next batch, most, s': Math.max(...recoveries) }
      return { broke: [`the active sequencer was killed ${recoveries.length} times, the other one took over`], recoveries, figures }
    }),
}

/** The first takes the lease, the second finds it taken: it gets nothing done until the first is gone. */
async function startBoth(slot: DrillSlot) {
  await slot.addAll()
  await slot.add('sequencer', { name: second, settle: false })
}
