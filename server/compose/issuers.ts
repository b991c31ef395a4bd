import type { Connection, Database } from '#drizzle/client.ts'
import { askAsPlatformPort } from '#server/issuers/askAsPlatform.ts'
import { answerBytes, timeoutMs } from '#server/issuers/askClient.ts'
import { createSignerStore } from '#server/issuers/signerStore.ts'
import { deployedCircuits, slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { newestBatch } from '#server/rollup/sequencer/batchStore.ts'
import { askIssuers } from '#server/rollup/sequencer/issuer/askIssuers.ts'
import { askRevokes } from '#server/rollup/sequencer/issuer/askRevokes.ts'
import { formGroups } from '#server/rollup/sequencer/issuer/formGroups.ts'
import { sweepGroups } from '#server/rollup/sequencer/issuer/groupStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { createGuardedFetch, type GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import type { Outbound } from './outbound.ts'
import { revokePort } from './revokes.ts'

/** What a signer answers is short, or it is none. */
export const signerFetch = (localOrigins: ReadonlySet<string>): GuardedFetch =>
  createGuardedFetch({ localOrigins, timeoutMs, maxBytes: answerBytes })

/** The key that a quest's leaf names at the newest sealed batch; null while it has none. */
export async function issuerKeyOf(connection: Connection, quest: number): Promise<GrumpkinPoint | null> {
  const batch = (await newestBatch(connection))?.number ?? 0
  const [fields] = await createNodeStore(connection).leaves([{ tree: treeIds.quests, index: quest }], batch)
  if (!fields) return null
  const { issuerKeyX: x, issuerKeyY: y } = toQuestLeaf(fields)
  return { x, y }
}

type Parts = {
  db: Database
  log: Log
  outbound: Pick<Outbound, 'sealer' | 'localEndpoints'>
  own: GrumpkinPoint
  now(): number
  fetch?: GuardedFetch
}

const sweptAfterMs = 30 * 24 * 3_600_000
const sweepEveryMs = 3_600_000

/** Asks issuers outside of the platform for what their quests wait for. A pass answers how much was signed; nothing of it holds up a batch. */
export async function composeIssuers({ db, log, outbound, own, now, fetch = signerFetch(outbound.localEndpoints) }: Parts) {
  const [slot, circuits] = await Promise.all([slotDeployment(db), deployedCircuits(db)])
  const domain = { chainId: slot.chainId, rollup: slot.rollup }
  const signers = askAsPlatformPort({ signers: createSignerStore(db), sealer: outbound.sealer, fetch, slot: domain, now })
  const asking = { db, hasher: fastHasher, signers, log, now }
  const forming = { db, hasher: fastHasher, store: createNodeStore(db), domain, own, circuits, now }
  const revoking = { ...asking, domain, revokes: revokePort, own, keyOf: (quest: number) => issuerKeyOf(db, quest), pauses: new Map() }
  let sweptAt = 0
  return {
    async pass(): Promise<number> {
      await formGroups(forming)
      const signed = await askIssuers(asking)
      const taken = await askRevokes(revoking)
      if (now() - sweptAt > sweepEveryMs) {
        sweptAt = now()
        await sweepGroups(db, new Date(now() - sweptAfterMs))
      }
      return signed + taken
    },
  }
}

const pauseMs = 500

/** The same until the signal, outliving every error. A deployment that has no slot yet is waited for. */
export async function keepAsking(parts: Omit<Parts, 'now'> & { clock: Clock }, signal: AbortSignal): Promise<void> {
  const { clock, log } = parts
  let issuers: Awaited<ReturnType<typeof composeIssuers>> | undefined
  while (!signal.aborted) {
    let done = 0
    try {
      issuers ??= await composeIssuers({ ...parts, now: clock.now })
      done = await issuers.pass()
    } catch (error) {
      log.warn({ err: error }, 'issuers cannot be asked')
    }
    if (done === 0) await clock.sleep(pauseMs, signal)
  }
}
