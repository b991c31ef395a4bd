import { toBase64 } from './base64.ts'
import type { AnnouncedWallet } from './wallets/announced.ts'
import { connectEvm } from './wallets/evmWallets.ts'
import { connectSolana } from './wallets/solanaWallets.ts'

/** A connected wallet that can sign a link text: hex for EVM, base64 for Solana, as the API takes them. */
export type LinkSigner = { wallet: string; sign(text: string): Promise<string> }

/** Asks the wallet for its account. Prompts; call it from a click only. */
export async function openSigner(wallet: AnnouncedWallet): Promise<LinkSigner> {
  if (wallet.namespace === 'eip155') {
    const account = await connectEvm(wallet.id)
    return { wallet: `eip155:${account.address.toLowerCase()}`, sign: account.sign }
  }
  const account = await connectSolana(wallet.id)
  return { wallet: `solana:${account.address}`, sign: async (text) => toBase64((await account.sign(text)).signature) }
}
