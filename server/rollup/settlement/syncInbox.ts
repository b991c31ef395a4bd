import type { Database } from '#drizzle/client.ts'
import { type L2Client, readInboxItems, type SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import { insertInboxItems, newestInboxItem } from './settlementStore.ts'

export type SyncDeps = { db: Database; client: L2Client; slot: SlotAddresses }

/**
 * Reads inbox items up to L2's finalized block into the table that the sequencer takes them from: what a reorg can still take away is not seen.
 * Keeps the last block looked at, so a quiet inbox costs one call.
 */
export class InboxSync {
  readonly #deps: SyncDeps
  #next: bigint | undefined

  constructor(deps: SyncDeps) {
    this.#deps = deps
  }

  async sync(): Promise<boolean> {
    const { db, client, slot } = this.#deps
    const { number: finalized } = await client.getBlock({ blockTag: 'finalized' })
    const newest = await newestInboxItem(db)
    const from = this.#next ?? (newest ? BigInt(newest.blockNumber) : slot.fromBlock)
    if (from > finalized) return false
    const items = await readInboxItems(client, slot, from, finalized)
    const unseen = items.filter(({ index }) => index > (newest?.index ?? -1))
    await insertInboxItems(db, unseen)
    this.#next = finalized + 1n
    return unseen.length > 0
  }
}
