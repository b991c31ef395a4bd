import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { devBulkVerifierBytecode } from '#contracts/abi/devBulkVerifier.gen.ts'
import { devLargeVerifierBytecode } from '#contracts/abi/devLargeVerifier.gen.ts'
import { devSmallVerifierBytecode } from '#contracts/abi/devSmallVerifier.gen.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { pointsFor, readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { type Crs, ensureCrs, ensurePoints } from '#server/rollup/prover/crs.ts'
import { ensureVerificationKey } from '#server/rollup/prover/verificationKey.ts'
import type { CircuitVerifier } from '#server/rollup/settlement/deploy.ts'
import { toHex } from '#server/shared/bytes.ts'

const bytecodes = { small: devSmallVerifierBytecode, large: devLargeVerifierBytecode, bulk: devBulkVerifierBytecode } as const
const cacheHome = join(import.meta.dirname, '..', '..', '.cairn')
/** Keys are made once and shared by every test of a checkout. */
export const keyFolder = join(cacheHome, 'cache', 'keys')

export const developmentCrs = (): Promise<Crs> => ensureCrs({ CAIRN_HOME: cacheHome, CAIRN_L2_CHAIN_ID: 31_338 })

/** The committed verifiers of some circuits with their keys, as `deploySlot` takes them. */
export async function developmentVerifiers(crs: Crs, circuits: readonly CircuitName[]): Promise<CircuitVerifier[]> {
  const verifiers: CircuitVerifier[] = []
  for (const circuit of circuits) {
    const artefact = readArtefact(circuit)
    await ensurePoints(crs, pointsFor(artefact))
    const key = await ensureVerificationKey(artefact, crs, { threads: 2, folder: keyFolder })
    verifiers.push({ circuit, bytecode: bytecodes[circuit], verifyingKey: toHex(await readFile(key.path)) })
  }
  return verifiers
}
