import { createClient, defineChain, type Hex, http, type PublicClient, publicActions, rpcSchema } from 'viem'
import type { Chain, Endpoint } from '../../chain.ts'
import type { RawFields } from '../../reader.ts'
import { openRequests, type RequestOptions } from '../request.ts'
import { batchSizeOf, unbatching } from '../unbatch.ts'
import type { RawBlock, RawLog, RawReceipt, RawTransaction } from './decode.ts'

type LogFilter = { address?: readonly string[]; topics: readonly (readonly string[] | null)[]; fromBlock: Hex; toBlock: Hex }

type Schema = [
  { Method: 'eth_chainId'; Parameters?: undefined; ReturnType: Hex },
  { Method: 'eth_getBlockByNumber'; Parameters: [block: string, calls: boolean]; ReturnType: RawBlock | null | undefined },
  { Method: 'eth_getBlockByHash'; Parameters: [hash: string, calls: boolean]; ReturnType: RawFields | null | undefined },
  { Method: 'eth_getBlockReceipts'; Parameters: [hash: string]; ReturnType: readonly RawFields[] | null | undefined },
  { Method: 'eth_getTransactionByHash'; Parameters: [hash: string]; ReturnType: RawTransaction | null | undefined },
  { Method: 'eth_getTransactionReceipt'; Parameters: [hash: string]; ReturnType: RawReceipt | null | undefined },
  { Method: 'eth_getBalance'; Parameters: [address: string, block: string]; ReturnType: Hex },
  { Method: 'eth_getTransactionCount'; Parameters: [address: string, block: string]; ReturnType: Hex },
  { Method: 'eth_getCode'; Parameters: [address: string, block: string]; ReturnType: Hex },
  { Method: 'eth_getStorageAt'; Parameters: [address: string, slot: string, block: string]; ReturnType: Hex },
  { Method: 'eth_call'; Parameters: [call: { to: Hex; data: Hex }, block: string]; ReturnType: Hex },
  { Method: 'eth_getLogs'; Parameters: [filter: LogFilter]; ReturnType: readonly RawLog[] },
]

/**
 * Call data in one multicall. Multicall3: 300 calls of one argument, some 10 million gas where nodes allow 25 to 50 million. Deployless: 100, because its
 * call is init code (at most 49,152 bytes, EIP-3860) and its answer deployed code (at most 24,576, EIP-170).
 */
const bundleBytes = { multicall3: 10_800, deployless: 3_600 } as const

export type Rpc = ReturnType<typeof openRpc>

/** One HTTP connection: calls made in the same moment travel as one JSON-RPC batch of at most the endpoint's limit. */
export function openRpc(chain: Chain, endpoint: Endpoint, options: RequestOptions = {}) {
  const requests = openRequests(options)
  const batchSize = batchSizeOf(chain, endpoint)
  const transport = http(endpoint.url, {
    batch: batchSize > 1 ? { batchSize } : false,
    // Time and size are limited request by request, below the batch.
    timeout: 0,
    maxResponseBodySize: false,
    retryCount: 0,
    fetchFn: unbatching(requests.fetch, chain.limits.concurrency),
  })
  const client = createClient({ transport, rpcSchema: rpcSchema<Schema>(), cacheTime: 0 })
  // Calls made in the same moment travel as one multicall, deployless where the chain has none.
  const multicall = {
    batchSize: bundleBytes[chain.multicall3 === null ? 'deployless' : 'multicall3'],
    wait: 0,
    deployless: chain.multicall3 === null,
  }
  const contracts = createClient({
    transport,
    cacheTime: 0,
    // A contract may answer "ask this URL" (EIP-3668): nothing that a contract says makes this process open a connection.
    ccipRead: false,
    batch: { multicall },
    chain: viemChain(chain, endpoint),
  }).extend(publicActions) as PublicClient
  return {
    chainId: () => client.request({ method: 'eth_chainId' }),
    block: (at: string, calls: boolean) => client.request({ method: 'eth_getBlockByNumber', params: [at, calls] }),
    header: (at: string) =>
      client.request({ method: 'eth_getBlockByNumber', params: [at, false] }) as Promise<RawFields | null | undefined>,
    rawReceipt: (hash: string) =>
      client.request({ method: 'eth_getTransactionReceipt', params: [hash] }) as Promise<RawFields | null | undefined>,
    sealedBlock: (hash: string) => client.request({ method: 'eth_getBlockByHash', params: [hash, true] }),
    blockReceipts: (hash: string) => client.request({ method: 'eth_getBlockReceipts', params: [hash] }),
    transaction: (hash: string) => client.request({ method: 'eth_getTransactionByHash', params: [hash] }),
    receipt: (hash: string) => client.request({ method: 'eth_getTransactionReceipt', params: [hash] }),
    balance: async (address: string, block: string) => hexOf(await client.request({ method: 'eth_getBalance', params: [address, block] })),
    nonce: async (address: string, block: string) =>
      hexOf(await client.request({ method: 'eth_getTransactionCount', params: [address, block] })),
    code: async (address: string, block: string) => hexOf(await client.request({ method: 'eth_getCode', params: [address, block] })),
    storage: async (address: string, slot: string, block: string) =>
      hexOf(await client.request({ method: 'eth_getStorageAt', params: [address, slot, block] })),
    call: async (call: { to: Hex; data: Hex }, block: string) => hexOf(await client.request({ method: 'eth_call', params: [call, block] })),
    logs: (filter: LogFilter) => client.request({ method: 'eth_getLogs', params: [filter] }),
    contracts,
    requests: requests.count,
  }
}

/** A node that answers with something else has not answered: null must not look like an empty account. */
function hexOf(value: unknown): Hex {
  if (typeof value === 'string' && /^0x[0-9a-fA-F]*$/.test(value)) return value as Hex
  throw new TypeError('hex expected')
}

const viemChain = ({ reference, names, nativeCurrency, multicall3 }: Chain, { url }: Endpoint) =>
  defineChain({
    id: Number(reference),
    name: names.en,
    nativeCurrency,
    rpcUrls: { default: { http: [url] } },
    ...(multicall3 === null ? {} : { contracts: { multicall3: { address: multicall3 } } }),
  })

export const quantity = (value: bigint): Hex => `0x${value.toString(16)}`
