import { l2Sends } from '#drizzle/schema/rollup.ts'
import { stuckAfterMs } from '#server/rollup/settlement/publish.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { patiently } from './life.ts'

/** The node takes transactions and loses them without a word, until they are replaced; then the lost ones turn up all the same. */
export const stuck: Drill = {
  name: 'stuck',
  about: 'L2 swallows transactions until they are replaced, then the old ones turn up too',
  run: ({ quick }) =>
    duringLife('stuck', { quick }, async (slot, life) => {
      const { l2 } = slot.get('publisher')
      const replaced = async () => (await slot.db.select().from(l2Sends)).filter(({ hashes }) => hashes.length > 1).length
      let swallowed = 0
      const times = quick ? 1 : 2
      for (let time = 0; time < times; time++) {
        const before = await replaced()
        l2.set('swallow')
        const busy = life.turn()
        await patiently('a transaction is replaced', async () => (await replaced()) > before, { withinMs: 10 * stuckAfterMs })
        swallowed += l2.swallowed.length
        // The newer one is on its way first in one half of the cases, the older one in the other.
        if (time % 2 === 0) await l2.release()
        l2.set('well')
        await busy
        await l2.release()
      }
      return {
        broke: [`L2 swallowed ${swallowed} transactions, for longer than ${stuckAfterMs / 1000} s, ${times} times`],
        figures: { 'transactions replaced': await replaced() },
      }
    }),
}
