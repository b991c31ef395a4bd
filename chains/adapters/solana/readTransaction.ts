import type { Signature } from '@solana/kit'
import type { SolanaTransaction } from '../../reader.ts'
import type { Send, SolanaRpc } from './createSolanaReader.ts'
import { decodeTransaction } from './decodeTransaction.ts'
import { readTransfers } from './readTransfers.ts'

/** Newest form of transactions that we read: a node refuses to give newer ones. */
export const version = 1

/** A confirmed transaction with everything that it did; null when the node does not have it. The block's hash is read with it. */
export async function readTransaction(rpc: SolanaRpc, send: Send, signature: Signature): Promise<SolanaTransaction | null> {
  const found = await send(
    rpc.getTransaction(signature, { commitment: 'confirmed', encoding: 'json', maxSupportedTransactionVersion: version }),
  )
  if (!found?.meta) return null
  const { slot, meta, transaction } = found
  const block = await send(
    rpc.getBlock(slot, { commitment: 'confirmed', transactionDetails: 'none', rewards: false, maxSupportedTransactionVersion: version }),
  )
  if (!block) return null
  const decoded = decodeTransaction({ transaction, meta })
  const { success, signers, writable, instructions, changes } = decoded
  return {
    hash: signature,
    block: { number: slot, hash: block.blockhash },
    success,
    signers,
    writable,
    instructions,
    transfers: readTransfers(decoded),
    changes,
  }
}
