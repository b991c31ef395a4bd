import { eq, inArray } from 'drizzle-orm'
import { proofJobs } from '#drizzle/schema/rollup.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { patiently } from './life.ts'

/** A prover dies in the middle of a proof, and stays away: the other one makes that proof. */
export const proverKilled: Drill = {
  name: 'prover-killed',
  about: 'a prover is killed in the middle of a proof; another one takes the job over',
  run: ({ quick }) =>
    duringLife('prover-killed', { quick }, async (slot, life) => {
      await slot.add('prover', { name: 'prover2' })
      const provers = ['prover', 'prover2'].map((name) => slot.get(name).supervised)
      const recoveries: number[] = []
      const open = () =>
        slot.db
          .select()
          .from(proofJobs)
          .where(inArray(proofJobs.status, ['waiting', 'leased']))
      for (let time = 0; time < (quick ? 1 : 4); time++) {
        const busy = life.turn()
        const { job, victim } = await patiently(
          'a proof is under way',
          async () => {
            const [job, ...more] = await open()
            const victim = provers.find(({ pid }) => job?.leasedBy?.includes(`:${pid}/`))
            // Nothing else to prove: the other prover is free.
            return job && victim && more.length === 0 ? { job, victim } : null
          },
          { everyMs: 20 },
        )
        await systemClock.sleep(500)
        victim.kill({ forGood: true })
        const begun = systemClock.now()
        await patiently(
          'the other prover takes the job',
          async () => {
            const [now] = await slot.db.select().from(proofJobs).where(eq(proofJobs.batch, job.batch))
            return now?.leasedBy !== job.leasedBy || now?.status === 'done'
          },
          { everyMs: 20 },
        )
        recoveries.push((systemClock.now() - begun) / 1000)
        await busy
        await victim.start()
      }
      return { broke: [`a prover was killed in the middle of ${recoveries.length} proofs`], recoveries }
    }),
}
