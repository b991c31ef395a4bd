import { createRpcMessage, getSolanaErrorFromJsonRpcError, type RpcTransport } from '@solana/kit'
import type { BlockWithAccounts, TransactionAccounts } from '../../reader.ts'
import { type Limit, readAll } from '../limit.ts'
import { isNoBlock } from './readErrors.ts'
import { version } from './readTransaction.ts'

type TokenBalance = { mint: string; owner?: string }
type Answer = { error: unknown } | { result: RawBlock | null }
type RawBlock = {
  blockhash: string
  transactions: readonly {
    transaction: { accountKeys: readonly { pubkey: string; signer: boolean }[] }
    meta: { preTokenBalances?: readonly TokenBalance[] | null; postTokenBalances?: readonly TokenBalance[] | null } | null
  }[]
}
/** `transport` parses plain JSON: a block of the main network has megabytes, and none of its large integers matters here. */
type Reading = { transport: RpcTransport; limit: Limit }

/** The blocks of these slots without instructions and logs: all that is needed to tell whom they concern. Null when one is not there. */
export async function readBlocksWithAccounts({ transport, limit }: Reading, slots: readonly bigint[]): Promise<BlockWithAccounts[] | null> {
  const read = (slot: bigint) => readOne(transport, slot)
  // The first alone: an endpoint that gives no blocks is asked once.
  const blocks = [...(await readAll(slots.slice(0, 1), limit, read)), ...(await readAll(slots.slice(1), limit, read))]
  return blocks.every((block) => block !== null) ? blocks : null
}

async function readOne(transport: RpcTransport, slot: bigint): Promise<BlockWithAccounts | null> {
  const config = { commitment: 'confirmed', transactionDetails: 'accounts', rewards: false, maxSupportedTransactionVersion: version }
  const answer = await transport<Answer>({ payload: createRpcMessage({ methodName: 'getBlock', params: [slot, config] }) })
  if ('error' in answer) {
    const error = getSolanaErrorFromJsonRpcError(answer.error)
    if (isNoBlock(error)) return null
    throw error
  }
  const { result } = answer
  return result && { number: slot, hash: result.blockhash, transactions: result.transactions.map(accountsOf) }
}

function accountsOf({ transaction: { accountKeys }, meta }: RawBlock['transactions'][number]): TransactionAccounts {
  const balances = [...(meta?.preTokenBalances ?? []), ...(meta?.postTokenBalances ?? [])]
  return {
    signers: accountKeys.filter(({ signer }) => signer).map(({ pubkey }) => pubkey),
    accounts: accountKeys.map(({ pubkey }) => pubkey),
    holdings: balances.flatMap(({ owner, mint }) => (owner === undefined ? [] : [{ owner, mint }])),
  }
}
