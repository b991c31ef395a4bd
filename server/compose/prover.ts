import { hostname } from 'node:os'
import { join } from 'node:path'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { ensureCrs } from '#server/rollup/prover/crs.ts'
import { prove } from '#server/rollup/prover/prove.ts'
import { ProverLanes } from '#server/rollup/prover/proverLanes.ts'
import { listenFor } from './listen.ts'
import { type WorkerEnvironment, workerDatabase } from './worker.ts'

export async function composeProver({ env, log, clock, signal }: WorkerEnvironment & { signal: AbortSignal }) {
  const { db, url, close } = workerDatabase(env, log)
  const crs = await ensureCrs(env)
  if (crs.development) log.warn('proofs use the DEVELOPMENT reference string, whose secret is known: local chains only')
  const recipient = env.CAIRN_PROVER_RECIPIENT
  const options = { crs, threads: env.CAIRN_PROVER_THREADS, keyFolder: join(env.CAIRN_HOME, 'cache', 'keys'), recipient: BigInt(recipient) }
  const deps = {
    db,
    log,
    clock,
    prover: `${hostname()}:${process.pid}`,
    prove: async (inputs: CircuitInputs, { signal: abort, background }: { signal: AbortSignal; background?: boolean }) => {
      const { proof, witnessMs, proofMs, peakMemoryKb } = await prove(inputs, { ...options, signal: abort, background })
      return { proof, recipient, witnessMs, proofMs, peakMemoryKb }
    },
  }
  const lanes = new ProverLanes(deps, signal)
  const listener = listenFor(url, ['cairn_batches'], log)
  const stop = async () => {
    await lanes.stop()
    await Promise.all([listener.close(), close()])
  }
  return { tick: () => lanes.tick(), wake: listener.next, stop }
}
