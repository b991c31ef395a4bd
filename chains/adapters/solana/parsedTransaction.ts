import type { Signature } from '@solana/kit'
import type { SolanaTransaction } from '../../reader.ts'
import type { Send, SolanaRpc } from './createSolanaReader.ts'
import { readTransfers } from './readTransfers.ts'

/** A confirmed transaction with the transfers it made; null when the node does not have it. The block's hash is read with it. */
export async function parsedTransaction(rpc: SolanaRpc, send: Send, signature: Signature): Promise<SolanaTransaction | null> {
  const found = await send(
    rpc.getTransaction(signature, { commitment: 'confirmed', encoding: 'jsonParsed', maxSupportedTransactionVersion: 0 }),
  )
  if (!found?.meta) return null
  const { meta, transaction, slot } = found
  const block = await send(
    rpc.getBlock(slot, { commitment: 'confirmed', transactionDetails: 'none', rewards: false, maxSupportedTransactionVersion: 0 }),
  )
  if (!block) return null
  const inner = (meta.innerInstructions ?? []).flatMap(({ instructions }) => instructions)
  const success = meta.err === null
  const keys = transaction.message.accountKeys
  return {
    hash: signature,
    block: { number: slot, hash: block.blockhash },
    success,
    signers: keys.filter((key) => key.signer).map((key) => key.pubkey),
    transfers: success
      ? readTransfers({
          accountKeys: keys.map((key) => key.pubkey),
          instructions: [...transaction.message.instructions, ...inner].map((one) =>
            'parsed' in one ? { program: one.program, parsed: one.parsed } : {},
          ),
          tokenBalances: [...(meta.preTokenBalances ?? []), ...(meta.postTokenBalances ?? [])],
        })
      : [],
  }
}
