import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#drizzle/client.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { ensureCrs } from '#server/rollup/prover/crs.ts'
import { prove } from '#server/rollup/prover/prove.ts'
import { ProverLanes } from '#server/rollup/prover/proverLanes.ts'
import type { Env } from '#server/shared/env.ts'
import { listenFor } from './listen.ts'
import { type WorkerEnvironment, workerDatabase } from './worker.ts'

export async function composeProver({ env, log, clock, signal }: WorkerEnvironment & { signal: AbortSignal }) {
  const { db, url, close } = workerDatabase(env, log)
  const crs = await slotCrs(env, db).catch(async (error: unknown) => {
    await close()
    throw error
  })
  if (crs.development) log.warn('proofs use the DEVELOPMENT reference string, whose secret is known: local chains only')
  const recipient = env.CAIRN_PROVER_RECIPIENT
  const options = { crs, threads: env.CAIRN_PROVER_THREADS, keyFolder: join(env.CAIRN_HOME, 'cache', 'keys'), recipient: BigInt(recipient) }
  const deps = {
    db,
    log,
    clock,
    prover: `${hostname()}:${process.pid}`,
    circuits: env.CAIRN_PROVER_CIRCUITS,
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

/** The database says which chain the slot settles on: a prover elsewhere need not be told, and cannot take the development string for another chain. */
async function slotCrs(env: Env, db: Database) {
  const { chainId } = await slotDeployment(db)
  return ensureCrs({ ...env, CAIRN_L2_CHAIN_ID: chainId })
}
