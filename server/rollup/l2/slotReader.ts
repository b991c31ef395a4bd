import { type Chain, decodeFunctionData, type PublicClient, parseEventLogs, type Transport } from 'viem'
import { blobRollupAbi } from '#contracts/abi/blobRollup.gen.ts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { blobNamedBy, isInBlob } from './blobBatch.ts'
import type { BlobSource } from './blobClient.ts'

export type L2Client = PublicClient<Transport, Chain>

/** Where a slot lives on L2, and where its blobs are read, when it has any. */
export type SlotAddresses = { rollup: Hex; inbox: Hex; fromBlock: bigint; blobs?: BlobSource }

/** `blockTime`: unix seconds of its block, where the node says it with the event. */
export type InboxRecord = { index: number; words: bigint[]; blockNumber: bigint; blockTime?: bigint; txHash: Hex }

/** A claim as the rollup's event carries it, with the words that its transaction sent, or what it sent beside its blob. */
export type ProposedBatch = {
  claim: ProposedClaim
  claimHash: Hex
  words: Hex
  /** Bytes of the blob that holds the words, unverified. */
  blob?: Uint8Array
  blockNumber: bigint
  blockHash: Hex
  txHash: Hex
}

export type ProposedClaim = {
  number: bigint
  circuit: number
  timestamp: bigint
  inboxFrom: bigint
  inboxTo: bigint
  oldRoot: Hex
  newRoot: Hex
  wordsHash: Hex
  dataCommit: Hex
  effects: bigint
  lengths: bigint
  evaluation: bigint
}

/** Blocks asked for in one `eth_getLogs`. */
const logRange = 2_000n
const transactionsAtOnce = 8

/** Inbox items queued in `from..to` (inclusive), in order. */
export async function readInboxItems(client: L2Client, slot: SlotAddresses, from: bigint, to: bigint): Promise<InboxRecord[]> {
  const items: InboxRecord[] = []
  for (const [fromBlock, toBlock] of ranges(from, to)) {
    const logs = await client.getContractEvents({
      address: slot.inbox,
      abi: inboxAbi,
      eventName: 'ItemQueued',
      fromBlock,
      toBlock,
      strict: true,
    })
    for (const { args, blockNumber, blockTimestamp, transactionHash } of logs) {
      const time = typeof blockTimestamp === 'bigint' ? { blockTime: blockTimestamp } : {}
      items.push({ index: Number(args.index), words: [...args.words], blockNumber, ...time, txHash: transactionHash })
    }
  }
  return items
}

/** Whether a proposal is of interest; the words of others are not read. */
export type Counts = (number: bigint, claimHash: Hex) => Promise<boolean>

/**
 * Batches proposed in `from..to` (inclusive), in order of the chain; pruned ones are among them, a later one of the same number counts.
 * `counts`: default all.
 */
export async function readProposals(
  client: L2Client,
  slot: SlotAddresses,
  { from, to, counts = async () => true }: { from: bigint; to: bigint; counts?: Counts | undefined },
): Promise<ProposedBatch[]> {
  const proposals: ProposedBatch[] = []
  for (const [fromBlock, toBlock] of ranges(from, to)) {
    const logs = await client.getContractEvents({
      address: slot.rollup,
      abi: rollupAbi,
      eventName: 'BatchProposed',
      fromBlock,
      toBlock,
      strict: true,
    })
    for (let at = 0; at < logs.length; at += transactionsAtOnce) {
      const part = logs.slice(at, at + transactionsAtOnce).map(async ({ args, blockNumber, blockHash, transactionHash }) => {
        const { claim, claimHash } = args
        if (!(await counts(claim.number, claimHash))) return []
        const words = await wordsOf(client, slot, transactionHash, claim.number)
        const blob = isInBlob(claim.lengths) ? { blob: await blobOf(slot, words, blockNumber) } : {}
        return [{ claim, claimHash, words, ...blob, blockNumber, blockHash, txHash: transactionHash }]
      })
      proposals.push(...(await Promise.all(part)).flat())
    }
  }
  return proposals
}

/** Counts the proposals that became the final batches `1..last`: pruned ones and those that a freeze made void are not among them. */
export const finalOnes =
  (client: L2Client, { rollup }: Pick<SlotAddresses, 'rollup'>, last: bigint): Counts =>
  async (number, claimHash) => {
    if (number > last) return false
    const [, , kept] = await client.readContract({ address: rollup, abi: rollupAbi, functionName: 'batch', args: [number] })
    return kept === claimHash
  }

/** Words that a proposal sent: the data of the chain, not of a server. */
async function wordsOf(client: L2Client, slot: SlotAddresses, hash: Hex, number: bigint): Promise<Hex> {
  const transaction = await client.getTransaction({ hash })
  const direct = transaction.to?.toLowerCase() === slot.rollup.toLowerCase()
  const call = direct ? decodeFunctionData({ abi: blobRollupAbi, data: transaction.input }) : undefined
  const proposes = call?.functionName === 'propose' || call?.functionName === 'proposeAndVote' || call?.functionName === 'proposeBlob'
  if (proposes && call.args[0].number === number) return call.args[1]
  throw new CairnError('rollup.malformed', 'A batch was not proposed by a direct call; its words are not readable from this transaction.', {
    meta: { field: 'transaction', found: hash, expected: `propose of batch ${number}` },
  })
}

/** A blob that nobody has any more stops whoever reads: it says nothing about the claim. */
async function blobOf({ blobs }: SlotAddresses, sent: Hex, blockNumber: bigint): Promise<Uint8Array> {
  const versionedHash = blobNamedBy(sent)
  const meta = { field: 'blob', found: versionedHash, expected: `a source that has the blobs of block ${blockNumber}` }
  if (!blobs) throw new CairnError('config.invalid', 'The slot posts blobs, and nothing says where they are read.', { meta })
  const bytes = await blobs({ blockNumber, versionedHash })
  if (bytes === null) throw new CairnError('chain.refused', 'The chain no longer has a blob of the slot.', { meta })
  return bytes
}

/** What the inbox stores of items `from .. to - 1`; null when it does not have them all. */
export async function readItemHashes(client: L2Client, slot: SlotAddresses, from: bigint, to: bigint): Promise<Hex[] | null> {
  if (to <= from) return []
  const length = await client.readContract({ address: slot.inbox, abi: inboxAbi, functionName: 'length' })
  if (length < to) return null
  return [...(await client.readContract({ address: slot.inbox, abi: inboxAbi, functionName: 'itemHashes', args: [from, to - from] }))]
}

/** True when an entry of a final batch was paid, as a withdrawal or as a refund. */
export const readPaid = (client: L2Client, slot: SlotAddresses, batch: number, entry: number): Promise<boolean> =>
  client.readContract({ address: slot.rollup, abi: rollupAbi, functionName: 'paid', args: [BigInt(batch), BigInt(entry)] })

export type SlotHeads = { tip: bigint; final: bigint; finalRoot: Hex; finalizedBlock: bigint; latestBlock: bigint }

/** How far the slot is on L2, and L2 itself. */
export async function readHeads(client: L2Client, slot: SlotAddresses): Promise<SlotHeads> {
  const [tip, head, finalized, latest] = await Promise.all([
    client.readContract({ address: slot.rollup, abi: rollupAbi, functionName: 'tip' }),
    client.readContract({ address: slot.rollup, abi: rollupAbi, functionName: 'finalHead' }),
    client.getBlock({ blockTag: 'finalized' }),
    client.getBlock({ blockTag: 'latest' }),
  ])
  return { tip: tip.number, final: head.number, finalRoot: head.root, finalizedBlock: finalized.number, latestBlock: latest.number }
}

/** True when a mined transaction of ours made the rollup emit `event`. */
export async function emitted(client: L2Client, hash: Hex, event: 'BatchProposed' | 'LaneVoted' | 'BatchFinal'): Promise<boolean> {
  const receipt = await client.getTransactionReceipt({ hash })
  return parseEventLogs({ abi: rollupAbi, eventName: event, logs: receipt.logs }).length > 0
}

function* ranges(from: bigint, to: bigint): Generator<[bigint, bigint]> {
  for (let start = from; start <= to; start += logRange) {
    const end = start + logRange - 1n
    yield [start, end < to ? end : to]
  }
}
