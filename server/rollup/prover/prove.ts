import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { toBigInt } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { runBarretenberg, verifierTarget } from './barretenberg.ts'
import { publicInputOrder } from './circuitAbi.ts'
import { circuitOf, pointsFor, readArtefact } from './circuitArtefact.ts'
import { type Crs, ensurePoints } from './crs.ts'
import { solveApart } from './solveApart.ts'
import { ensureVerificationKey } from './verificationKey.ts'
import { inWorkFolder } from './workFolder.ts'

export type ProveOptions = {
  crs: Crs
  threads: number
  /** Folder in which verification keys are kept between proofs. */
  keyFolder: string
  /** Address that the reward goes to, 160 bits; default: the one in the inputs. */
  recipient?: bigint
  /** Aborting kills the prover process and throws the signal's reason. */
  signal?: AbortSignal | undefined
  /** At the lowest priority, beside proofs that somebody waits for. */
  background?: boolean | undefined
}

export type BatchProof = {
  /** As the Solidity verifier takes it. */
  proof: Uint8Array
  /** In the order of `publicInputOrder`. */
  publicInputs: bigint[]
  witnessMs: number
  /** Without the witness and without deriving the key on first use. */
  proofMs: number
  peakMemoryKb: number
}

/**
 * UltraHonk proof of one batch, by native Barretenberg in a process of its own.
 * Throws `rollup.refused` when the inputs break a constraint, `internal` when bb fails.
 */
export async function prove(inputs: CircuitInputs, options: ProveOptions): Promise<BatchProof> {
  const { crs, threads, signal, background } = options
  signal?.throwIfAborted()
  const asked = options.recipient === undefined ? inputs : { ...inputs, public: { ...inputs.public, recipient: options.recipient } }
  const artefact = readArtefact(circuitOf(inputs.words))
  await ensurePoints(crs, pointsFor(artefact))
  const key = await ensureVerificationKey(artefact, crs, { threads, signal, folder: options.keyFolder })
  const begun = performance.now()
  const witness = await solveApart({ circuit: artefact.name, inputs: asked }, signal)
  const solved = performance.now()
  return inWorkFolder(async (folder) => {
    const witnessPath = join(folder, 'witness.gz')
    await writeFile(witnessPath, witness)
    const args = ['prove', '-b', artefact.path, '-w', witnessPath, '-k', key.path, '-o', folder, ...verifierTarget]
    const { peakMemoryKb } = await runBarretenberg(args, { crsPath: crs.path, threads, signal, background })
    const proofMs = Math.round(performance.now() - solved)
    const [proof, encoded] = await Promise.all([readFile(join(folder, 'proof')), readFile(join(folder, 'public_inputs'))])
    const publicInputs = words(encoded)
    const expected = publicInputOrder.map((name) => asked.public[name])
    if (publicInputs.join() !== expected.join()) {
      throw new CairnError('internal', 'bb proved other public inputs than asked.', {
        meta: { field: 'publicInputs', found: publicInputs, expected },
      })
    }
    return { proof: new Uint8Array(proof), publicInputs, witnessMs: Math.round(solved - begun), proofMs, peakMemoryKb }
  })
}

const words = (bytes: Uint8Array) => Array.from({ length: bytes.length / 32 }, (_, i) => toBigInt(bytes.subarray(32 * i, 32 * i + 32)))
