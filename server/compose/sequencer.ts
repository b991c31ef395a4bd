import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { periodKeysAt } from '#server/reputation/xp/periods.ts'
import { fillBoards } from '#server/reputation/xp/xpStore.ts'
import { deployedCircuits, slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { createKeyIssuer } from '#server/rollup/sequencer/issuerKey.ts'
import { Lease } from '#server/rollup/sequencer/lease.ts'
import { Sequencer } from '#server/rollup/sequencer/sealNext.ts'
import { signRevokes } from '#server/rollup/sequencer/signRevokes.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { requireKey } from '#server/shared/env.ts'
import { issuerKeyOf } from './issuers.ts'
import { listenFor } from './listen.ts'
import { revokePort } from './revokes.ts'
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
  const domain = { chainId: slot.chainId, rollup: slot.rollup }
  const issuer = createKeyIssuer(fastHasher, requireKey(env, 'CAIRN_ISSUER_KEY'))
  const keyOf = (quest: number) => issuerKeyOf(db, quest)
  const sequencer = new Sequencer({
    db,
    hasher: fastHasher,
    store: createNodeStore(db),
    domain,
    issuer,
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
  // What an issuer is asked to take back holds up no batch.
  const takeBack = () =>
    signRevokes({ db, hasher: fastHasher, domain, issuer, revokes: revokePort, keyOf, log }).catch((error: unknown) =>
      log.error({ err: error }, 'revokes could not be signed'),
    )
  const tick = async () => {
    await takeBack()
    return sequencer.sealNext()
  }
  return { tick, wake: listener.next, stop }
}
