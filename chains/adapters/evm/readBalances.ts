import { encodeFunctionData, erc20Abi, type Hex } from 'viem'
import type { FinalityTag } from '../../chain.ts'
import type { BalanceRequest, StateRead } from '../../reader.ts'
import { type Reading, readState } from './readState.ts'

/** Balances in the order asked, all at one block; null for what is no such token here. */
export async function readBalances(
  reading: Reading,
  wanted: readonly BalanceRequest[],
  at: FinalityTag | bigint,
): Promise<(bigint | null)[]> {
  const reads = wanted.map(readOf)
  const known = reads.filter((read) => read !== null)
  const values = await readState(reading, known, at)
  const byRead = new Map(known.map((read, index) => [read, values[index] ?? null]))
  return reads.map((read) => amountIn(read === null ? null : (byRead.get(read) ?? null)))
}

function readOf({ owner, token }: BalanceRequest): StateRead | null {
  if (token.standard === 'native') return { what: 'balance', address: owner }
  if (token.standard === 'spl') return null
  // ERC-721 has the same `balanceOf(address)`.
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'balanceOf', args: [owner as Hex] })
  return { what: 'call', to: token.address, data }
}

const amountIn = (value: string | null) => (value !== null && /^0x[0-9a-f]{1,64}$/.test(value) ? BigInt(value) : null)
