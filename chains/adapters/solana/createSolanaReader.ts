import {
  type Address,
  address,
  type createSolanaRpc,
  createSolanaRpcFromTransport,
  type Signature,
  signature as toSignature,
} from '@solana/kit'
import type { Chain, Endpoint, FinalityTag } from '../../chain.ts'
import { PermanentChainError, RetryableChainError } from '../../errors.ts'
import type { BalanceRequest, Block, SolanaReader } from '../../reader.ts'
import { limited, readAll } from '../limit.ts'
import { openRequests, type RequestOptions } from '../request.ts'
import { batchSizeOf, unbatching } from '../unbatch.ts'
import { accountsAtOnce, readAccounts, readTokenAccounts } from './readAccounts.ts'
import { isNoBlock, toChainError } from './readErrors.ts'
import { readTransaction } from './readTransaction.ts'
import { solanaTransport } from './transport.ts'

export type SolanaRpc = ReturnType<typeof createSolanaRpc>
export type Send = <T>(request: { send(options?: { abortSignal?: AbortSignal }): Promise<T> }) => Promise<T>

/** `latest` is the confirmed slot: nodes give no blocks for slots that are only processed. */
const commitmentOf = (tag: FinalityTag) => (tag === 'finalized' ? 'finalized' : 'confirmed')

/** A reader of one Solana endpoint. Reads made in the same moment travel as one JSON-RPC batch where the endpoint takes them. */
export function createSolanaReader(chain: Chain, endpoint: Endpoint, options: RequestOptions = {}): SolanaReader {
  const requests = openRequests(options)
  const batchSize = batchSizeOf(chain, endpoint)
  const { concurrency } = chain.limits
  const transport = solanaTransport(endpoint.url, { fetch: unbatching(requests.fetch, concurrency), batchSize })
  const rpc = createSolanaRpcFromTransport(transport) as SolanaRpc
  const limit = limited(concurrency * batchSize)
  const send: Send = (request) => request.send()
  const guarded = guard({ chain, endpoint, rpc, send })
  const asked = { chain, endpoint }

  return {
    vm: 'solana',
    chain,
    operator: endpoint.operator,
    head: () =>
      guarded(async () => {
        const [finalized, latest] = await Promise.all(
          (['finalized', 'confirmed'] as const).map((commitment) => headBlock(rpc, send, commitment)),
        )
        if (!finalized || !latest)
          throw new RetryableChainError('behind', { chain: chain.id, operator: endpoint.operator, detail: 'no head block' })
        return { latest, safe: latest, finalized }
      }),
    block: (at) => guarded(() => readBlock(rpc, send, at)),
    transaction: (hash) => guarded(() => readTransaction(rpc, send, signatureOf(hash, asked))),
    fullTransaction: (hash) => guarded(() => limit(() => readTransaction(rpc, send, signatureOf(hash, asked)))),
    accounts: (addresses, bytes, at) =>
      guarded(async () => {
        const all = addresses.map((text) => addressOf(text, asked))
        const pages = Array.from({ length: Math.ceil(all.length / accountsAtOnce) }, (_, page) =>
          all.slice(page * accountsAtOnce, (page + 1) * accountsAtOnce),
        )
        return (await readAll(pages, limit, (page) => readAccounts({ rpc, send, at }, page, bytes))).flat()
      }),
    tokenAccounts: (owner, mint, at) =>
      guarded(() => limit(() => readTokenAccounts({ rpc, send, at }, addressOf(owner, asked), addressOf(mint, asked)))),
    signatures: (owner, { limit: most, commitment, before, until }) =>
      guarded(async () => {
        const page = {
          limit: most,
          commitment,
          ...(before ? { before: signatureOf(before, asked) } : {}),
          ...(until ? { until: signatureOf(until, asked) } : {}),
        }
        const found = await send(rpc.getSignaturesForAddress(addressOf(owner, asked), page))
        return found.map(({ signature, slot, blockTime, err }) => ({
          signature,
          slot,
          time: blockTime === null ? null : Number(blockTime),
          failed: err !== null,
        }))
      }),
    balances: (wanted, at) =>
      guarded(() => {
        if (typeof at === 'bigint')
          throw new PermanentChainError('unsupported', { chain: chain.id, operator: endpoint.operator, detail: 'balances of a past slot' })
        return readAll(wanted, limit, (request) => readBalance(rpc, send, { request, commitment: commitmentOf(at), asked }))
      }),
    requests: requests.count,
  }
}

async function headBlock(rpc: SolanaRpc, send: Send, commitment: 'confirmed' | 'finalized'): Promise<Block | null> {
  return readBlock(rpc, send, await send(rpc.getSlot({ commitment })))
}

/** The time comes from `getBlockTime`: some nodes give it wrong within the block. */
async function readBlock(rpc: SolanaRpc, send: Send, slot: bigint): Promise<Block | null> {
  try {
    const [block, time] = await Promise.all([
      send(rpc.getBlock(slot, { commitment: 'confirmed', transactionDetails: 'none', rewards: false, maxSupportedTransactionVersion: 0 })),
      send(rpc.getBlockTime(slot)),
    ])
    return block ? { number: slot, hash: block.blockhash, parentHash: block.previousBlockhash, time: Number(time ?? 0) } : null
  } catch (error) {
    if (isNoBlock(error)) return null
    throw error
  }
}

type Asked = { chain: Chain; endpoint: Endpoint }
type BalanceRead = { request: BalanceRequest; commitment: 'confirmed' | 'finalized'; asked: Asked }

async function readBalance(rpc: SolanaRpc, send: Send, { request, commitment, asked }: BalanceRead): Promise<bigint | null> {
  const owner = addressOf(request.owner, asked)
  if (request.token.standard === 'native') return (await send(rpc.getBalance(owner, { commitment }))).value
  if (request.token.standard !== 'spl') return null
  const mint = addressOf(request.token.address, asked)
  const accounts = await readTokenAccounts({ rpc, send, at: { commitment } }, owner, mint)
  return accounts.reduce((sum, { amount }) => sum + amount, 0n)
}

function addressOf(text: string, { chain, endpoint }: Asked): Address {
  try {
    return address(text)
  } catch (cause) {
    throw new PermanentChainError('refused', { chain: chain.id, operator: endpoint.operator, detail: 'not a Solana address', cause })
  }
}

function signatureOf(text: string, { chain, endpoint }: Asked): Signature {
  try {
    return toSignature(text)
  } catch (cause) {
    throw new PermanentChainError('refused', { chain: chain.id, operator: endpoint.operator, detail: 'not a Solana signature', cause })
  }
}

type Guarded = { chain: Chain; endpoint: Endpoint; rpc: SolanaRpc; send: Send }

/** Before the first read asks which cluster the endpoint serves (a local one has any genesis but those of the public clusters). Sorts all errors. */
function guard({ chain, endpoint, rpc, send }: Guarded) {
  let checked: Promise<void> | undefined
  const check = async () => {
    const genesis = await send(rpc.getGenesisHash())
    const serves = genesis.startsWith(chain.reference)
    if (serves || (chain.local && !publicClusters.some((cluster) => genesis.startsWith(cluster)))) return
    throw new PermanentChainError('wrong-chain', { chain: chain.id, operator: endpoint.operator, detail: `the endpoint serves ${genesis}` })
  }
  return async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      checked ??= check().catch((error: unknown) => {
        checked = undefined
        throw error
      })
      await checked
      return await read()
    } catch (error) {
      throw toChainError(error, chain, endpoint)
    }
  }
}

/** Mainnet-beta, testnet, devnet: the starts of their genesis hashes (CAIP-30). */
const publicClusters = ['5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', '4uhcVJyU9pJkvQyS88uRDiswHXSCkY3z', 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1']
