import { Noir } from '@noir-lang/noir_js'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { CairnError } from '#server/shared/errors.ts'
import { toCircuitAbi } from './circuitAbi.ts'
import type { CircuitArtefact } from './circuitArtefact.ts'

/** The circuit's witness for these inputs, as bb reads it. Throws `rollup.refused` when the circuit's constraints do not hold. */
export async function solveWitness(artefact: CircuitArtefact, inputs: CircuitInputs): Promise<Uint8Array> {
  try {
    const { witness } = await new Noir(artefact).execute(toCircuitAbi(inputs))
    return witness
  } catch (cause) {
    throw new CairnError('rollup.refused', 'The batch does not satisfy the circuit.', {
      meta: { field: 'inputs', expected: artefact.name },
      cause,
    })
  }
}
