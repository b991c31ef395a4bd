import type { Database } from '#drizzle/client.ts'
import { ReorgWatch } from '#server/rollup/l2/reorgWatch.ts'
import { type InboxRecord, type L2Client, readInboxItems, type SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import { insertInboxItems, newestInboxItem, replaceInboxItems, type SeenItem } from './settlementStore.ts'

export type SyncDeps = { db: Database; client: L2Client; slot: SlotAddresses }

/**
 * Reads inbox items up to L2's finalized block into the table that the sequencer takes them from: what a reorg can still take away is not seen.
 * Keeps the last block looked at, so a quiet inbox costs one call.
 */
export class InboxSync {
  readonly #deps: SyncDeps
  readonly #reorgs: ReorgWatch
  #next: bigint | undefined

  constructor(deps: SyncDeps) {
    this.#deps = deps
    this.#reorgs = new ReorgWatch(deps.client)
  }

  async sync(): Promise<boolean> {
    const { db, client, slot } = this.#deps
    const { ancestor } = await this.#reorgs.look()
    const { number: finalized } = await client.getBlock({ blockTag: 'finalized' })
    // Deeper than L2 calls final: it should not be, and it is survived. What was read above the ancestor is read anew.
    const unwound = ancestor === undefined ? undefined : ancestor === null || ancestor < slot.fromBlock ? slot.fromBlock : ancestor + 1n
    if (unwound !== undefined && this.#next !== undefined && unwound < this.#next) {
      const read = await readInboxItems(client, slot, unwound, finalized)
      await replaceInboxItems(db, Number(unwound), await withTimes(client, read))
      this.#next = finalized + 1n
      this.#reorgs.settled()
      return true
    }
    this.#reorgs.settled()
    const newest = await newestInboxItem(db)
    const from = this.#next ?? (newest ? BigInt(newest.blockNumber) : slot.fromBlock)
    if (from > finalized) return false
    const items = await readInboxItems(client, slot, from, finalized)
    const unseen = items.filter(({ index }) => index > (newest?.index ?? -1))
    await insertInboxItems(db, await withTimes(client, unseen))
    this.#next = finalized + 1n
    return unseen.length > 0
  }
}

/** When each item was queued: the time of its block, asked for once a block where the events do not say it. */
async function withTimes(client: L2Client, items: readonly InboxRecord[]): Promise<SeenItem[]> {
  const times = new Map<bigint, bigint>()
  for (const { blockNumber, blockTime } of items) {
    if (times.has(blockNumber)) continue
    times.set(blockNumber, blockTime ?? (await client.getBlock({ blockNumber })).timestamp)
  }
  return items.map(({ index, words, blockNumber, txHash }) => {
    const queuedAt = new Date(Number(times.get(blockNumber) ?? 0n) * 1000)
    return { index, words, blockNumber: Number(blockNumber), txHash, queuedAt }
  })
}
