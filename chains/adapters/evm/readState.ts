import {
  BaseError,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  HttpRequestError,
  keccak256,
  multicall3Abi,
  RpcRequestError,
  TimeoutError,
} from 'viem'
import type { Chain, FinalityTag } from '../../chain.ts'
import type { StateRead } from '../../reader.ts'
import { type Limit, readAll } from '../limit.ts'
import { quantity, type Rpc } from './rpc.ts'

export type Reading = { chain: Chain; rpc: Rpc; limit: Limit }
type Call = { to: Hex; data: Hex }

/**
 * Calls in one HTTP request: 1,000 calls of one argument are about half a megabyte, which public endpoints take. How many of them stand in one
 * `eth_call` is said in rpc.ts.
 */
const wave = { multicall3: 2_000, deployless: 1_000 } as const

/**
 * Values of the state at one block, in the order asked. Calls, and balances where the chain has Multicall3, travel as multicalls; the rest as JSON-RPC
 * batches. A call that reverts gives null, one that meets no contract `0x`, `codeHash` of an address without code `0x`.
 */
export async function readState(reading: Reading, reads: readonly StateRead[], at: bigint | FinalityTag): Promise<(string | null)[]> {
  const answers: (string | null)[] = reads.map(() => null)
  const bundled = reads.flatMap((read, index) => (isBundled(read, reading.chain) ? [{ read, index }] : []))
  const single = reads.flatMap((read, index) => (isBundled(read, reading.chain) ? [] : [{ read, index }]))
  const singles = readAll(single, reading.limit, async ({ read, index }) => {
    answers[index] = await readOne(reading.rpc, read, at)
  })
  const size = reading.chain.multicall3 === null ? wave.deployless : wave.multicall3
  const bundles = async () => {
    // One after the other: what is asked in the same moment would become one HTTP request, however large.
    for (let from = 0; from < bundled.length; from += size)
      await Promise.all(
        bundled.slice(from, from + size).map(async ({ read, index }) => {
          answers[index] = await readBundled(reading, read, at)
        }),
      )
  }
  await Promise.all([singles, bundles()])
  return answers
}

const isBundled = ({ what }: StateRead, { multicall3 }: Chain) => what === 'call' || (what === 'balance' && multicall3 !== null)

async function readOne(rpc: Rpc, read: StateRead, at: bigint | FinalityTag): Promise<string | null> {
  const block = typeof at === 'bigint' ? quantity(at) : at
  switch (read.what) {
    case 'call':
      return readCall(rpc, { to: read.to as Hex, data: read.data as Hex }, block)
    case 'balance':
      return rpc.balance(read.address, block)
    case 'nonce':
      return rpc.nonce(read.address, block)
    case 'code':
      return rpc.code(read.address, block)
    case 'codeHash':
      return hashOf(await rpc.code(read.address, block))
    case 'storage':
      return rpc.storage(read.address, read.slot, block)
  }
}

const hashOf = (code: Hex) => (code === '0x' ? code : keccak256(code))

/**
 * Within a multicall a call can also fail because another one took the gas, the answer was too long, or Multicall3 was not there yet at that block:
 * whatever did not plainly succeed is asked again alone before it counts as refused.
 */
async function readBundled({ chain, rpc }: Reading, read: StateRead, at: bigint | FinalityTag): Promise<string | null> {
  const call = callOf(chain, read)
  const block = typeof at === 'bigint' ? { blockNumber: at } : { blockTag: at }
  try {
    const { data = '0x' } = await rpc.contracts.call({ ...call, ...block })
    return read.what === 'balance' ? quantity(balanceIn(data)) : data
  } catch (error) {
    if (isTransport(error)) throw error
    return readOne(rpc, read, at)
  }
}

function callOf({ multicall3 }: Chain, read: StateRead): Call {
  if (read.what === 'call') return { to: read.to as Hex, data: read.data as Hex }
  const args = ['address' in read ? (read.address as Hex) : '0x'] as const
  return { to: multicall3 ?? '0x', data: encodeFunctionData({ abi: multicall3Abi, functionName: 'getEthBalance', args }) }
}

/** Throws when Multicall3 was not there at that block. */
const balanceIn = (data: Hex) => decodeFunctionResult({ abi: multicall3Abi, functionName: 'getEthBalance', data })

async function readCall(rpc: Rpc, call: Call, block: string): Promise<string | null> {
  try {
    return await rpc.call(call, block)
  } catch (error) {
    if (isRevert(error)) return null
    throw error
  }
}

const causeIn = <T>(error: unknown, is: (cause: unknown) => cause is T): T | null =>
  error instanceof BaseError ? (error.walk(is as (cause: unknown) => boolean) as T | null) : null

const isTransport = (error: unknown) =>
  causeIn(error, (cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError) !== null

/** The contract itself ended the call. Out of gas is none of it: that is the node's limit. Codes: 3 most nodes, -32015 Nethermind. */
function isRevert(error: unknown): boolean {
  const rpc = causeIn(error, (cause) => cause instanceof RpcRequestError)
  if (rpc === null) return false
  const text = `${rpc.details} ${rpc.message}`.toLowerCase()
  if (/out of gas|gas limit|gas cap|exceeds allowance/.test(text)) return false
  return rpc.code === 3 || rpc.code === -32015 || /revert|invalid opcode|invalid jump|stack (under|over)flow/.test(text)
}
