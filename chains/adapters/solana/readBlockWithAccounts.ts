import { createRpcMessage, getSolanaErrorFromJsonRpcError, type RpcTransport } from '@solana/kit'
import type { BlockWithAccounts } from '../../reader.ts'
import { isNoBlock } from './readErrors.ts'
import { version } from './readTransaction.ts'

type TokenBalance = { mint: string; owner?: string }
type Answer = { error: unknown } | { result: RawBlock | null }
type RawBlock = {
  blockhash: string
  previousBlockhash: string
  transactions: readonly {
    transaction: { accountKeys: readonly { pubkey: string; signer: boolean }[] }
    meta: { preTokenBalances?: readonly TokenBalance[]; postTokenBalances?: readonly TokenBalance[] } | null
  }[]
}

/**
 * A confirmed block without instructions and logs: all that is needed to tell whom it concerns. `transport` parses plain JSON: a block of the main network has
 * megabytes, and none of its large integers matters here.
 */
export async function readBlockWithAccounts(transport: RpcTransport, slot: bigint): Promise<BlockWithAccounts | null> {
  const config = { commitment: 'confirmed', transactionDetails: 'accounts', rewards: false, maxSupportedTransactionVersion: version }
  const payload = createRpcMessage({ methodName: 'getBlock', params: [slot, config] })
  const answer = await transport<Answer>({ payload })
  if ('error' in answer) {
    const error = getSolanaErrorFromJsonRpcError(answer.error)
    if (isNoBlock(error)) return null
    throw error
  }
  if (answer.result === null) return null
  const { blockhash: hash, previousBlockhash: parentHash, transactions } = answer.result
  return { number: slot, hash, parentHash, transactions: transactions.map(accountsOf) }
}

function accountsOf({ transaction: { accountKeys }, meta }: RawBlock['transactions'][number]) {
  const balances = [...(meta?.preTokenBalances ?? []), ...(meta?.postTokenBalances ?? [])]
  return {
    signers: accountKeys.filter(({ signer }) => signer).map(({ pubkey }) => pubkey),
    accounts: accountKeys.map(({ pubkey }) => pubkey),
    holdings: balances.flatMap(({ owner, mint }) => (owner === undefined ? [] : [{ owner, mint }])),
  }
}
