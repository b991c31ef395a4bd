import { createClient, defineChain, type Hex, http, type PublicClient, publicActions, rpcSchema } from 'viem'
import type { Chain, Endpoint } from '../../chain.ts'
import type { RawBlock, RawLog, RawReceipt, RawTransaction } from './decode.ts'

type LogFilter = { address?: readonly string[]; topics: readonly (readonly string[] | null)[]; fromBlock: Hex; toBlock: Hex }

type Schema = [
  { Method: 'eth_chainId'; Parameters?: undefined; ReturnType: Hex },
  { Method: 'eth_getBlockByNumber'; Parameters: [block: string, calls: boolean]; ReturnType: RawBlock | null | undefined },
  { Method: 'eth_getTransactionByHash'; Parameters: [hash: string]; ReturnType: RawTransaction | null | undefined },
  { Method: 'eth_getTransactionReceipt'; Parameters: [hash: string]; ReturnType: RawReceipt | null | undefined },
  { Method: 'eth_getBalance'; Parameters: [address: string, block: Hex]; ReturnType: Hex },
  { Method: 'eth_getTransactionCount'; Parameters: [address: string, block: Hex]; ReturnType: Hex },
  { Method: 'eth_getCode'; Parameters: [address: string, block: Hex]; ReturnType: Hex },
  { Method: 'eth_getStorageAt'; Parameters: [address: string, slot: string, block: Hex]; ReturnType: Hex },
  { Method: 'eth_getLogs'; Parameters: [filter: LogFilter]; ReturnType: readonly RawLog[] },
]

export type Rpc = ReturnType<typeof openRpc>

/** One HTTP connection: calls made in the same moment travel as one JSON-RPC batch of at most the chain's limit. */
export function openRpc(chain: Chain, endpoint: Endpoint, timeout: number) {
  let requests = 0
  const transport = http(endpoint.url, {
    batch: chain.limits.batch > 1 ? { batchSize: chain.limits.batch } : false,
    timeout,
    retryCount: 0,
    onFetchRequest: () => {
      requests++
    },
  })
  const client = createClient({ transport, rpcSchema: rpcSchema<Schema>(), cacheTime: 0 })
  // Calls made in the same moment travel as one multicall, deployless where the chain has none.
  const multicall = { batchSize: 65_536, wait: 0, deployless: chain.multicall3 === null }
  const contracts = createClient({
    transport,
    cacheTime: 0,
    batch: { multicall },
    chain: viemChain(chain, endpoint),
  }).extend(publicActions) as PublicClient
  return {
    chainId: () => client.request({ method: 'eth_chainId' }),
    block: (at: string, calls: boolean) => client.request({ method: 'eth_getBlockByNumber', params: [at, calls] }),
    transaction: (hash: string) => client.request({ method: 'eth_getTransactionByHash', params: [hash] }),
    receipt: (hash: string) => client.request({ method: 'eth_getTransactionReceipt', params: [hash] }),
    balance: (address: string, block: Hex) => client.request({ method: 'eth_getBalance', params: [address, block] }),
    nonce: (address: string, block: Hex) => client.request({ method: 'eth_getTransactionCount', params: [address, block] }),
    code: (address: string, block: Hex) => client.request({ method: 'eth_getCode', params: [address, block] }),
    storage: (address: string, slot: string, block: Hex) => client.request({ method: 'eth_getStorageAt', params: [address, slot, block] }),
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
