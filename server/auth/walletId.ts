import { base58 } from '@scure/base'
import { getAddress } from 'viem'
import { CairnError } from '#server/shared/errors.ts'
import { parseAccountRef } from './caip.ts'

/** A wallet without a chain: namespace and address. EVM addresses are in lower case, Solana addresses are base58 of 32 bytes. */
export type WalletId = `eip155:0x${string}` | `solana:${string}`

/**
 * Reads a wallet id, or a CAIP-10 id whose chain is then dropped. Mixed-case EVM addresses must carry a right EIP-55 checksum.
 * Null when the text names no wallet that we can hold.
 */
export function parseWalletId(text: string): WalletId | null {
  if (text.length > 200) return null
  const whole = parseAccountRef(text)
  const namespace = whole?.namespace ?? text.slice(0, text.indexOf(':'))
  const address = whole?.address ?? text.slice(text.indexOf(':') + 1)
  if (namespace === 'eip155') return evmWalletId(address)
  if (namespace === 'solana') return solanaWalletId(address)
  return null
}

/** Wallet id of an EVM address, null when it is malformed or its checksum is wrong. */
export function evmWalletId(address: string): WalletId | null {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return null
  const lower = address.toLowerCase()
  const digits = address.slice(2)
  const oneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase()
  if (!oneCase && getAddress(lower) !== address) return null
  return `eip155:${lower as `0x${string}`}`
}

/** Wallet id of a Solana address, null when it is not base58 of exactly 32 bytes. */
export function solanaWalletId(address: string): WalletId | null {
  return solanaKeyBytes(address) === null ? null : `solana:${address}`
}

/** The 32 bytes of a Solana address, null when it is none. */
export function solanaKeyBytes(address: string): Uint8Array | null {
  if (!/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(address)) return null
  const bytes = base58.decode(address)
  return bytes.length === 32 ? bytes : null
}

/** The same, for callers that cannot go on without one. Throws `input.invalid` naming the field. */
export function requireWalletId(text: string, field = 'wallet'): WalletId {
  const wallet = parseWalletId(text)
  if (wallet) return wallet
  throw new CairnError('input.invalid', `${field} is not a wallet id.`, {
    meta: { field, found: text.slice(0, 80), expected: 'eip155:0x… (40 hex digits, right checksum) or solana:… (base58 of 32 bytes)' },
  })
}

export const walletNamespace = (wallet: WalletId) => (wallet.startsWith('eip155:') ? 'eip155' : 'solana')
/** The address part as its chain writes it: EIP-55 for EVM. */
export const walletAddress = (wallet: WalletId) =>
  wallet.startsWith('eip155:') ? getAddress(wallet.slice('eip155:'.length)) : wallet.slice('solana:'.length)
