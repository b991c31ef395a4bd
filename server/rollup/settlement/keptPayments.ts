import { type Log, parseEventLogs, TransactionReceiptNotFoundError } from 'viem'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { sharedBridgeAbi } from '#contracts/abi/sharedBridge.gen.ts'
import type { L2Client, SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import type { Hex } from '#server/shared/bytes.ts'

const payoutAbi = [...rollupAbi, ...sharedBridgeAbi]
type Contracts = { rollup: Hex; bridge: Hex }

/**
 * Entries of a batch that a mined payout paid to nobody: their recipients refused, and the bridge keeps the money for them. Null when L2 no
 * longer has the transaction: a reorg took it, and whoever sends will notice.
 */
export async function keptEntries(
  client: L2Client,
  { rollup, inbox }: SlotAddresses,
  { batch, hash }: { batch: number; hash: Hex },
): Promise<Set<number> | null> {
  const bridge = await client.readContract({ address: inbox, abi: inboxAbi, functionName: 'bridge' })
  try {
    const { logs } = await client.getTransactionReceipt({ hash })
    return keptIn(logs, batch, { rollup, bridge })
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return null
    throw error
  }
}

/**
 * The same from the events of the transaction. The rollup says which entry it pays, then the bridge whether it kept the payment: it pays
 * one at a time, so what it keeps is of the entry that was named last. Events of recipients and tokens between the two are not looked at.
 */
export function keptIn(logs: readonly Log[], batch: number, { rollup, bridge }: Contracts): Set<number> {
  const kept = new Set<number>()
  let paying: number | null = null
  for (const { address, eventName, args } of parseEventLogs({ abi: payoutAbi, logs: [...logs] })) {
    if (same(address, rollup) && (eventName === 'WithdrawalPaid' || eventName === 'DepositRefunded')) {
      paying = Number(args.number) === batch ? Number(args.entry) : null
    } else if (same(address, bridge) && eventName === 'Kept' && paying !== null) kept.add(paying)
  }
  return kept
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
