import type { Abi, Hex } from 'viem'
import { compile } from '#contracts/scripts/solc.ts'

const path = 'tests/server/verify/contracts/StateTokens.sol'

export type StateContract = 'VoteToken' | 'RareCards' | 'Goods' | 'RebasingToken' | 'Hostile'
const compiled = new Map<StateContract, { abi: Abi; bytecode: Hex }>()

/** One of the contracts of StateTokens.sol, over OpenZeppelin's; compiled when it is first asked for. */
export function stateContract(contract: StateContract): { abi: Abi; bytecode: Hex } {
  const known = compiled.get(contract)
  if (known) return known
  const { abi, bytecode } = compile({ path, contract, settings: { runs: 200, viaIR: false } })
  const made = { abi: abi as Abi, bytecode }
  compiled.set(contract, made)
  return made
}
