import type { Database } from '#drizzle/client.ts'
import { beaconBlobs } from '#server/rollup/l2/blobClient.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import type { Env } from '#server/shared/env.ts'
import { l2Client } from './worker.ts'

/** Derives the slot from L2 alone, from genesis, into memory; the database only says where the contracts are. */
export async function composeDeriver(env: Env, db: Database) {
  const slot = { ...(await slotDeployment(db)), blobs: beaconBlobs(env.CAIRN_BLOB_URL ?? env.CAIRN_L2_RPC) }
  const domain = { chainId: slot.chainId, rollup: slot.rollup }
  return new SlotDeriver({ hasher: fastHasher, client: l2Client(env), slot, domain, store: createMemoryNodeStore() })
}
