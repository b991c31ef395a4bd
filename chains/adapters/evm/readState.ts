import { BaseError, ExecutionRevertedError, type Hex, RawContractError } from 'viem'
import type { StateRead } from '../../reader.ts'
import { type Limit, readAll } from '../limit.ts'
import { quantity, type Rpc } from './rpc.ts'

/** Values of the state at one block, in the order asked; calls travel as multicalls. A call that reverts or meets no contract gives null. */
export function readState(reading: { rpc: Rpc; limit: Limit }, reads: readonly StateRead[], at: bigint): Promise<(string | null)[]> {
  const { rpc, limit } = reading
  const block = quantity(at)
  return readAll(reads, limit, async (read) => {
    switch (read.what) {
      case 'call':
        return readCall(rpc, read, at)
      case 'balance':
        return rpc.balance(read.address, block)
      case 'nonce':
        return rpc.nonce(read.address, block)
      case 'code':
        return rpc.code(read.address, block)
      case 'storage':
        return rpc.storage(read.address, read.slot, block)
    }
  })
}

async function readCall(rpc: Rpc, { to, data }: { to: string; data: string }, blockNumber: bigint): Promise<string | null> {
  try {
    const answer = await rpc.contracts.call({ to: to as Hex, data: data as Hex, blockNumber })
    if (answer.data === null) throw new TypeError('hex expected')
    return answer.data ?? null
  } catch (error) {
    if (isRevert(error)) return null
    throw error
  }
}

const isRevert = (error: unknown) =>
  error instanceof BaseError && error.walk((cause) => cause instanceof RawContractError || cause instanceof ExecutionRevertedError) !== null
