import { createClient, http } from 'viem'
import { deployments, type rollupBatches } from '#drizzle/schema/rollup.ts'
import type { DeployedSlot } from '#tests/contracts/deployedSlot.ts'
import { type Site, startSite } from '#tests/support/members.ts'

/** A batch of which only the state matters. */
export const finalBatch = (number: number): typeof rollupBatches.$inferInsert => ({
  ...{ number, circuit: 'small', status: 'final', oldRoot: 0n, newRoot: 0n, timestamp: 1, calldata: '0x', lengths: '0', dataCommit: 0n },
  ...{ wordsHash: 0n, challenge: 0n, evaluation: 0n, effects: 0, inboxFrom: 0, inboxTo: 0, credentials: 0, accounts: 0, requestIds: [] },
})

/** A site that knows where the slot is on L2, and reaches it. */
export async function siteOn(slot: DeployedSlot): Promise<Site> {
  const { chainId, url } = slot.anvil
  const client = createClient({ transport: http(url) })
  const site = await startSite({ evmClient: (chain) => (chain === `eip155:${chainId}` ? client : null) })
  const names = ['rollup', 'inbox'] as const
  await site.db.insert(deployments).values(names.map((name) => ({ name, chainId, address: slot.contracts[name], blockNumber: 1 })))
  return site
}
