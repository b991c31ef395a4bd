import { getAddress } from 'viem'

export type AddressError = 'empty' | 'shape' | 'checksum' | 'zero' | 'contract'

/**
 * An L2 address as it was typed, or why it cannot be paid: mixed case must carry a right EIP-55 checksum, and the slot's own contracts are nobody's wallet.
 */
export function readAddress(text: string, ownContracts: readonly string[]): { address: `0x${string}` } | { error: AddressError } {
  const typed = text.trim()
  if (typed === '') return { error: 'empty' }
  if (!/^0x[0-9a-fA-F]{40}$/.test(typed)) return { error: 'shape' }
  const digits = typed.slice(2)
  const address = getAddress(typed.toLowerCase())
  const oneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase()
  if (!oneCase && address !== typed) return { error: 'checksum' }
  if (BigInt(typed) === 0n) return { error: 'zero' }
  if (ownContracts.some((contract) => contract.toLowerCase() === typed.toLowerCase())) return { error: 'contract' }
  return { address }
}
