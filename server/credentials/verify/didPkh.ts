import { getAddress } from 'viem'
import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { accountOf, walletWord } from '#server/rollup/protocol/tx/openAccount.ts'

/** CAIP-2 chains that a wallet is named on: a wallet is the same on every chain of its namespace, the main one stands for all. */
const EVM = 'did:pkh:eip155:1:'
const SOLANA = 'did:pkh:solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:'

/** `did:pkh` of a wallet id (`eip155:0x…` or `solana:…`), EVM addresses with their checksum. */
export function didOfWallet(wallet: string): string {
  const address = wallet.slice(wallet.indexOf(':') + 1)
  return wallet.startsWith('eip155:') ? EVM + getAddress(address) : SOLANA + address
}

/** The wallet id behind such a DID; null for any other text. */
export function walletOfDid(did: string): string | null {
  if (did.startsWith(EVM)) return `eip155:${did.slice(EVM.length).toLowerCase()}`
  return did.startsWith(SOLANA) ? `solana:${did.slice(SOLANA.length)}` : null
}

/** True when the slot account belongs to the wallet that the DID names. */
export function isHolder(did: string, account: AccountLeaf): boolean {
  const wallet = walletOfDid(did)
  if (wallet === null) return false
  try {
    const opened = accountOf(walletWord(wallet))
    return opened !== null && opened.evm === account.evm && opened.solanaDigest === account.solanaDigest
  } catch {
    return false
  }
}
