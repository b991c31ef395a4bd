import type { Database } from '#drizzle/client.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { evidenceRoot } from '#server/rollup/protocol/evidenceRoot.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import type { EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { knownWallets, newestBatch } from '../batchStore.ts'
import { addGroup, awaitingMints, freeMints, questsToAsk } from './groupStore.ts'

export type FormDeps = EngineDeps & {
  db: Database
  store: NodeStore
  domain: SlotDomain
  /** The platform's issuer key: what names it is signed where batches are made. */
  own: GrumpkinPoint
  circuits: readonly CircuitName[]
  now(): number
}

/** Quests looked at in one pass. */
const together = 64
/** As long as the platform's own: an issuer that needs an hour is asked for a later one then. */
export const groupLifeSeconds = 3600

/** As many as one small batch takes; when many more wait, as many as the next circuit's, so that a popular quest does not take a batch for each 27. */
export function groupSize(waiting: number, allowed: readonly CircuitName[]): number {
  const small = circuits.small.mints
  const large = allowed.includes('large') ? circuits.large.mints : small
  return waiting > 2 * small ? Math.min(waiting, large) : Math.min(waiting, small)
}

/**
 * Fixes what issuers outside of the platform are asked next: for each quest with waiting mints one group, at the nonce that its leaf has now. Answers how many
 * groups there are more.
 */
export async function formGroups(deps: FormDeps): Promise<number> {
  let formed = 0
  for (const quest of await questsToAsk(deps.db, together)) if (await formGroup(deps, quest)) formed++
  return formed
}

async function formGroup({ db, store, hasher, domain, own, circuits: allowed, now }: FormDeps, quest: number): Promise<boolean> {
  const batch = (await newestBatch(db))?.number ?? 0
  const [fields] = await store.leaves([{ tree: treeIds.quests, index: quest }], batch)
  const waiting = await awaitingMints(db, quest, circuits.large.mints)
  const leaf = fields && toQuestLeaf(fields)
  // No leaf yet, or the platform's key: batches see to these mints themselves.
  if (!leaf || (leaf.issuerKeyX === own.x && leaf.issuerKeyY === own.y)) {
    await freeMints(
      db,
      waiting.map(({ id }) => id),
    )
    return false
  }
  const known = await knownWallets(db, [...new Set(waiting.map(({ payload }) => payload.wallet))])
  const strangers = waiting.filter(({ payload }) => !known.has(payload.wallet))
  // A batch opens their accounts; they come back here after it.
  await freeMints(
    db,
    strangers.map(({ id }) => id),
  )
  const able = waiting.filter(({ payload }) => known.has(payload.wallet))
  const mints = able.slice(0, groupSize(able.length, allowed))
  if (mints.length === 0) return false
  const accounts = mints.map(({ payload }) => known.get(payload.wallet) ?? -1)
  const digests = mints.map(({ payload }) => payload.evidenceDigest)
  const root = evidenceRoot(hasher, digests.map(BigInt))
  const validUntil = Math.floor(now() / 1000) + groupLifeSeconds
  const { groupNonce } = leaf
  const message = mintGroupMessage(hasher, {
    ...{ domain: domainOf(domain.chainId, domain.rollup), quest, groupNonce, accounts, evidenceRoot: root, validUntil },
  })
  return addGroup(db, {
    ...{ quest, keyX: leaf.issuerKeyX, keyY: leaf.issuerKeyY, groupNonce: Number(groupNonce) },
    txs: mints.map(({ id }) => id),
    wallets: mints.map(({ payload }) => payload.wallet),
    ...{ accounts, digests, evidenceRoot: root, validUntil, message },
    ...{ nextAt: new Date(now()), createdAt: new Date(now()) },
  })
}
