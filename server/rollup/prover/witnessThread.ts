import { parentPort } from 'node:worker_threads'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { readArtefact } from './circuitArtefact.ts'
import { solveWitness } from './solveWitness.ts'

/** What `solveApart` asks of this thread. */
export type WitnessRequest = { circuit: CircuitName; inputs: CircuitInputs }
export type WitnessAnswer = { witness: Uint8Array } | { refused: string } | { failed: string }

const answer = async ({ circuit, inputs }: WitnessRequest): Promise<WitnessAnswer> => {
  try {
    return { witness: await solveWitness(readArtefact(circuit), inputs) }
  } catch (error) {
    const text =
      error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`.trim() : String(error)
    return isCairnError(error) && error.code === 'rollup.refused' ? { refused: text } : { failed: text }
  }
}

parentPort?.on('message', async (request: WitnessRequest) => parentPort?.postMessage(await answer(request)))
