import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import type { WitnessAnswer, WitnessRequest } from './witnessThread.ts'

/** `gone` aborts when the thread ends. */
type Thread = { worker: Worker; gone: AbortSignal }

/** A thread that has started up (half a second) waits here for the next small batch. */
let idle: Thread | undefined

/**
 * `solveWitness` in a thread of its own, so that health checks and leases go on meanwhile: small takes a fifth of a second, bulk two.
 * Several may run at once. Throws `rollup.refused` when a constraint does not hold, `internal` for all else, the signal's reason when aborted.
 */
export async function solveApart(request: WitnessRequest, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const thread = takeThread()
  const { worker, gone } = thread
  try {
    worker.postMessage(request)
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.any([gone, ...(signal ? [signal] : [])]) })) as [WitnessAnswer]
    // Memory of the solver only grows: a thread that held a large batch is not kept.
    if (idle === undefined && request.circuit === 'small') keepThread(thread)
    else await worker.terminate()
    return witnessOf(answer, request)
  } catch (error) {
    if (isCairnError(error)) throw error
    await worker.terminate()
    signal?.throwIfAborted()
    throw new CairnError('internal', 'The witness thread ended.', { cause: error })
  }
}

function takeThread(): Thread {
  const kept = idle
  idle = undefined
  if (kept && !kept.gone.aborted) {
    kept.worker.ref()
    return kept
  }
  const worker = new Worker(new URL('./witnessThread.ts', import.meta.url), { execArgv: [] })
  const gone = new AbortController()
  // While a batch is solved an error also rejects the wait for the answer.
  worker.on('error', (error) => gone.abort(error))
  worker.on('exit', (code) => gone.abort(new Error(`exit ${code}`)))
  return { worker, gone: gone.signal }
}

/** It does not keep the process alive. */
function keepThread(thread: Thread): void {
  thread.worker.unref()
  idle = thread
}

function witnessOf(answer: WitnessAnswer, { circuit }: WitnessRequest): Uint8Array {
  if ('witness' in answer) return answer.witness
  const meta = { field: 'inputs', expected: circuit }
  if ('refused' in answer)
    throw new CairnError('rollup.refused', 'The batch does not satisfy the circuit.', { meta, cause: new Error(answer.refused) })
  throw new CairnError('internal', 'The witness could not be computed.', { meta, cause: new Error(answer.failed) })
}
