import { erc20Abi, type Hex } from 'viem'
import type { Chain, FinalityTag } from '../../chain.ts'
import type { BalanceRequest } from '../../reader.ts'
import { type Limit, readAll } from '../limit.ts'
import type { Rpc } from './rpc.ts'

/** Native balances as one JSON-RPC batch, tokens as one multicall (deployless where the chain has no Multicall3), all at one block. */
export async function readBalances(
  reading: { chain: Chain; rpc: Rpc; limit: Limit },
  wanted: readonly BalanceRequest[],
  at: FinalityTag | bigint,
) {
  const { chain, rpc, limit } = reading
  const block = typeof at === 'bigint' ? { blockNumber: at } : { blockTag: at }
  const answers: (bigint | null)[] = wanted.map(() => null)
  const tokens = wanted.flatMap(({ owner, token }, index) =>
    token.standard === 'erc20' || token.standard === 'erc721' ? [{ owner, address: token.address, index }] : [],
  )
  const native = readAll([...wanted.entries()], limit, async ([index, { owner, token }]) => {
    if (token.standard === 'native') answers[index] = await rpc.contracts.getBalance({ address: owner as Hex, ...block })
  })
  const bundled =
    tokens.length === 0
      ? []
      : rpc.contracts.multicall({
          // ERC-721 has the same `balanceOf(address)`.
          contracts: tokens.map(({ owner, address }) => ({
            address: address as Hex,
            abi: erc20Abi,
            functionName: 'balanceOf' as const,
            args: [owner as Hex] as const,
          })),
          ...(chain.multicall3 ? { multicallAddress: chain.multicall3 } : { deployless: true }),
          ...block,
        })
  const [results] = await Promise.all([bundled, native])
  for (const [position, result] of results.entries()) {
    const index = tokens[position]?.index
    if (index !== undefined && result.status === 'success') answers[index] = result.result
  }
  return answers
}
