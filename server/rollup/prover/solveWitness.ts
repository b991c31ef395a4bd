import { Noir } from '@noir-lang/noir_js'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { CairnError } from '#server/shared/errors.ts'
import { toCircuitAbi } from './circuitAbi.ts'
import type { CircuitArtefact } from './circuitArtefact.ts'

/** The circuit's witness for these inputs, as bb reads it. Throws `rollup.refused` when a constraint does not hold, `internal` for all else. */
export async function solveWitness(artefact: CircuitArtefact, inputs: CircuitInputs): Promise<Uint8Array> {
  try {
    const { witness } = await new Noir(artefact).execute(toCircuitAbi(inputs))
    return witness
  } catch (cause) {
    const meta = { field: 'inputs', expected: artefact.name }
    if (isBrokenConstraint(cause)) throw new CairnError('rollup.refused', 'The batch does not satisfy the circuit.', { meta, cause })
    throw new CairnError('internal', 'The witness could not be computed.', { meta, cause })
  }
}

/** The solver names the ACIR function of a constraint that fails; a failure inside unconstrained code also has a Brillig function and proves nothing. */
function isBrokenConstraint(cause: unknown): boolean {
  const failure = cause as { acirFunctionId?: number; brilligFunctionId?: number } | null
  return failure?.acirFunctionId !== undefined && failure.brilligFunctionId === undefined
}
