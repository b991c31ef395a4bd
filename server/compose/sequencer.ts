import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { periodKeysAt } from '#server/reputation/xp/periods.ts'
import { fillBoards } from '#server/reputation/xp/xpStore.ts'
import { deployedCircuits, slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { createKeyIssuer } from '#server/rollup/sequencer/issuerKey.ts'
import { Lease } from '#server/rollup/sequencer/lease.ts'
import { Sequencer } from '#server/rollup/sequencer/sealNext.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { requireKey } from '#server/shared/env.ts'
import { listenFor } from './listen.ts'
import { sealed } from './sealed.ts'
import { type WorkerEnvironment, workerDatabase } from './worker.ts'

/** Batches on their way to finality before sealing waits for settlement. */
const maxOpenBatches = 8

export async function composeSequencer({ env, log, clock }: WorkerEnvironment) {
  const { db, url, close } = workerDatabase(env, log)
  // Asked before the lease: one that is renewed by nobody's sequencer would keep every other from sealing.
  const [slot, circuits, filled] = await Promise.all([slotDeployment(db), deployedCircuits(db), fillBoards(db, periodKeysAt)]).catch(
    async (error: unknown) => {
      await close()
      throw error
    },
  )
  if (filled) log.info('leaderboards filled from the batches before them')
  const holder = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`
  const lease = new Lease({ db, clock, log, holder })
  const sequencer = new Sequencer({
    db,
    hasher: fastHasher,
    store: createNodeStore(db),
    domain: { chainId: slot.chainId, rollup: slot.rollup },
    issuer: createKeyIssuer(fastHasher, requireKey(env, 'CAIRN_ISSUER_KEY')),
    sealed,
    clock,
    log,
    lease,
    leader: 0,
    policy: { sealAfterMs: env.CAIRN_SEAL_AFTER_MS, maxOpen: maxOpenBatches, circuits },
  })
  const listener = listenFor(url, ['cairn_txs'], log)
  const stop = async () => {
    await lease.stop()
    await Promise.all([listener.close(), close()])
  }
  return { tick: () => sequencer.sealNext(), wake: listener.next, stop }
}
