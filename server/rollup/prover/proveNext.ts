import type { Database } from '#drizzle/client.ts'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { decodeCircuitInputs } from '#server/rollup/protocol/circuitInputsJson.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { type FinishedProof, failJob, finishJob, leaseJob, type ProofJob, proofLimits, releaseJob, renewLease } from './jobStore.ts'

export type ProveDeps = {
  db: Database
  log: Log
  clock: Clock
  /** Name of this prover, for people who look at leases. */
  prover: string
  prove(inputs: CircuitInputs, options: { signal: AbortSignal }): Promise<FinishedProof>
  /** Left out = any. */
  circuits?: readonly CircuitName[]
}

const leaseLost = new Error('the lease was lost')
/** A proof is worth more than a moment without a database: it is handed in again each second for so long. */
const handInTries = 60

/**
 * Takes one job and proves it. False when there was none. The lease is renewed while the proof is made; a lost lease stops the work. Asked to
 * stop, it gives the job back.
 */
export async function proveNext(deps: ProveDeps, signal: AbortSignal): Promise<boolean> {
  const job = await leaseJob(deps.db, deps.prover, deps.circuits)
  if (!job) return false
  if (job.status === 'leased' && job.attempts >= proofLimits.attempts) {
    deps.log.error({ batch: job.batch, attempts: job.attempts }, 'provers die on this batch')
    await failJob(deps.db, job, 'the prover died too often on this batch')
    return true
  }
  const log = deps.log.child({ batch: job.batch, circuit: job.circuit, attempt: job.attempts + 1 })
  const lost = new AbortController()
  const finished = new AbortController()
  const renewing = keepLease(deps, job, { lost, finished: finished.signal })
  try {
    const done = await deps.prove(decodeCircuitInputs(job.inputs), { signal: AbortSignal.any([signal, lost.signal]) })
    const kept = await handIn(deps, job, done, { signal, lost: lost.signal })
    log.info(
      { witnessMs: done.witnessMs, proofMs: done.proofMs, proofBytes: done.proof.length, kept },
      kept ? 'batch proven' : 'proof came too late',
    )
  } catch (error) {
    if (lost.signal.reason === leaseLost) log.info('batch taken back or proven elsewhere: its proof was stopped')
    else if (signal.aborted) await releaseJob(deps.db, job)
    else {
      log.error({ err: error }, 'proof failed')
      await failJob(deps.db, job, error instanceof Error ? error.message : String(error))
    }
  } finally {
    finished.abort()
    await renewing
  }
  return true
}

/** A database that is away keeps the proof waiting; nobody else can have proven it before the lease is over, and then it is dropped. */
async function handIn(
  { db, clock, log }: ProveDeps,
  job: ProofJob,
  done: FinishedProof,
  { signal, lost }: { signal: AbortSignal; lost: AbortSignal },
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await finishJob(db, job, done)
    } catch (error) {
      if (attempt >= handInTries || signal.aborted || lost.aborted) throw error
      log.warn({ err: error, batch: job.batch }, 'proof not handed in: the database is away')
      await clock.sleep(1000, AbortSignal.any([signal, lost]))
    }
  }
}

async function keepLease(deps: ProveDeps, job: ProofJob, { lost, finished }: { lost: AbortController; finished: AbortSignal }) {
  const pause = (proofLimits.leaseSeconds * 1000) / 4
  // Counted in pauses: the clock of a machine may jump.
  const most = Math.ceil((proofLimits.mostSeconds[job.circuit] * 1000) / pause)
  for (let pauses = 1; ; pauses++) {
    await deps.clock.sleep(pause, finished)
    if (finished.aborted) return
    // A proof that hangs must not hold its batch for ever.
    if (pauses > most) return lost.abort(new Error(`no proof after ${proofLimits.mostSeconds[job.circuit]} s`))
    try {
      if (!(await renewLease(deps.db, job))) {
        // Handed in just now: the lease ended with the work.
        if (!finished.aborted) lost.abort(leaseLost)
        return
      }
    } catch (error) {
      // A database that is away for a moment: the lease outlives three missed renewals.
      deps.log.warn({ err: error, batch: job.batch }, 'lease not renewed')
    }
  }
}
