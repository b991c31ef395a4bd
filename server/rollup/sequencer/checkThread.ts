import { parentPort, workerData } from 'node:worker_threads'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { type CheckedTx, checkTxs, type TxCheck } from './checkTxs.ts'

export type CheckAnswer = { checked: CheckedTx[] } | { failed: string }

const { domain } = workerData as { domain: bigint }

/** Answers in the order of the questions. */
function answer(checks: readonly TxCheck[]): CheckAnswer {
  try {
    return { checked: checkTxs({ hasher: fastHasher, domain }, checks) }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (checks: readonly TxCheck[]) => parentPort?.postMessage(answer(checks)))
