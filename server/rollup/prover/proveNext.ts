import type { Database } from '#drizzle/client.ts'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { decodeCircuitInputs } from '#server/rollup/protocol/circuitInputsJson.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { type FinishedProof, failJob, finishJob, leaseJob, type ProofJob, proofLimits, renewLease } from './jobStore.ts'

export type ProveDeps = {
  db: Database
  log: Log
  clock: Clock
  /** Name of this prover in the lease. */
  prover: string
  prove(inputs: CircuitInputs, options: { signal: AbortSignal }): Promise<FinishedProof>
  /** Left out = any. */
  circuits?: readonly CircuitName[]
}

const leaseLost = new Error('the lease was lost')

/** Takes one job and proves it. False when there was none. The lease is renewed while the proof is made; a lost lease stops the work. */
export async function proveNext(deps: ProveDeps, signal: AbortSignal): Promise<boolean> {
  const job = await leaseJob(deps.db, deps.prover, deps.circuits)
  if (!job) return false
  if (job.attempts > proofLimits.attempts) {
    await failJob(deps.db, job, deps.prover, job.error ?? 'the prover died too often on this batch')
    return true
  }
  const log = deps.log.child({ batch: job.batch, circuit: job.circuit, attempt: job.attempts })
  const lost = new AbortController()
  const finished = new AbortController()
  const renewing = keepLease(deps, job, lost, finished.signal)
  try {
    const done = await deps.prove(decodeCircuitInputs(job.inputs), { signal: AbortSignal.any([signal, lost.signal]) })
    const kept = await finishJob(deps.db, job.batch, deps.prover, done)
    log.info(
      { witnessMs: done.witnessMs, proofMs: done.proofMs, proofBytes: done.proof.length, kept },
      kept ? 'batch proven' : 'proof came too late',
    )
  } catch (error) {
    if (lost.signal.aborted && lost.signal.reason === leaseLost) log.info('batch taken back or proven elsewhere: its proof was stopped')
    else if (!signal.aborted) log.error({ err: error }, 'proof failed')
    await failJob(deps.db, job, deps.prover, error instanceof Error ? error.message : String(error))
  } finally {
    finished.abort()
    await renewing
  }
  return true
}

async function keepLease(deps: ProveDeps, job: ProofJob, lost: AbortController, finished: AbortSignal) {
  const pause = (proofLimits.leaseSeconds * 1000) / 4
  const deadline = deps.clock.now() + proofLimits.mostSeconds[job.circuit] * 1000
  while (!finished.aborted) {
    await deps.clock.sleep(pause, finished)
    if (finished.aborted) return
    // A proof that hangs must not hold its batch for ever.
    if (deps.clock.now() > deadline) return lost.abort(new Error(`no proof after ${proofLimits.mostSeconds[job.circuit]} s`))
    try {
      if (!(await renewLease(deps.db, job.batch, deps.prover))) return lost.abort(leaseLost)
    } catch (error) {
      // A database that is away for a moment: the lease outlives three missed renewals.
      deps.log.warn({ err: error }, 'lease not renewed')
    }
  }
}
