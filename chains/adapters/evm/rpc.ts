import { createClient, defineChain, type Hex, http, type PublicClient, publicActions, rpcSchema } from 'viem'
import type { Chain, Endpoint } from '../../chain.ts'
import type { RawBlock, RawLog, RawReceipt, RawTransaction } from './decode.ts'

type LogFilter = { address?: readonly string[]; topics: readonly (readonly string[] | null)[]; fromBlock: Hex; toBlock: Hex }

type Schema = [
  { Method: 'eth_chainId'; Parameters?: undefined; ReturnType: Hex },
  { Method: 'eth_getBlockByNumber'; Parameters: [block: string, calls: boolean]; ReturnType: RawBlock | null | undefined },
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

/** JSON-RPC calls that may travel in one request to this endpoint. */
export const batchSizeOf = (chain: Chain, endpoint: Endpoint): number => Math.min(chain.limits.batch, endpoint.batch ?? chain.limits.batch)

/** One HTTP connection: calls made in the same moment travel as one JSON-RPC batch of at most the endpoint's limit. */
export function openRpc(chain: Chain, endpoint: Endpoint, timeout: number) {
  let requests = 0
  const batchSize = batchSizeOf(chain, endpoint)
  const transport = http(endpoint.url, {
    batch: batchSize > 1 ? { batchSize } : false,
    timeout,
    retryCount: 0,
    onFetchRequest: () => {
      requests++
    },
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
    transaction: (hash: string) => client.request({ method: 'eth_getTransactionByHash', params: [hash] }),
    receipt: (hash: string) => client.request({ method: 'eth_getTransactionReceipt', params: [hash] }),
    balance: (address: string, block: string) => client.request({ method: 'eth_getBalance', params: [address, block] }),
    nonce: (address: string, block: string) => client.request({ method: 'eth_getTransactionCount', params: [address, block] }),
    code: (address: string, block: string) => client.request({ method: 'eth_getCode', params: [address, block] }),
    storage: (address: string, slot: string, block: string) =>
      client.request({ method: 'eth_getStorageAt', params: [address, slot, block] }),
    call: (call: { to: Hex; data: Hex }, block: string) => client.request({ method: 'eth_call', params: [call, block] }),
    logs: (filter: LogFilter) => client.request({ method: 'eth_getLogs', params: [filter] }),
    contracts,
    requests: () => requests,
  }
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
