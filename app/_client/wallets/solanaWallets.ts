import type { SolanaSignInFeature, SolanaSignInInput, SolanaSignMessageFeature } from '@solana/wallet-standard-features'
import { getWallets } from '@wallet-standard/app'
import type { Wallet, WalletAccount } from '@wallet-standard/base'
import type { StandardConnectFeature } from '@wallet-standard/features'
import { type AnnouncedWallet, cleanIcon, cleanName } from './announced.ts'
import { writeSiws } from './siwsText.ts'

/*
 * Wallets that register by the wallet standard. The site uses these features and no others:
 * standard:connect, solana:signIn, solana:signMessage.
 */
type Features = Partial<StandardConnectFeature & SolanaSignInFeature & SolanaSignMessageFeature>

const featuresOf = (wallet: Wallet) => wallet.features as Features

function usable(wallet: Wallet): boolean {
  const features = featuresOf(wallet)
  const onSolana = wallet.chains.some((chain) => chain.startsWith('solana:'))
  return onSolana && ('solana:signIn' in features || ('standard:connect' in features && 'solana:signMessage' in features))
}

// The standard gives wallets no id; two extensions with one name would be the same row, which is what a person sees, too.
const found = () => getWallets().get().filter(usable)
const walletOf = (id: string) => found().find((wallet) => `solana:${wallet.name}` === id)

export function listSolanaWallets(): AnnouncedWallet[] {
  return found().map((wallet) => ({
    id: `solana:${wallet.name}`,
    name: cleanName(wallet.name, 'Solana wallet'),
    icon: cleanIcon(wallet.icon),
    namespace: 'solana',
  }))
}

export function watchSolanaWallets(onChange: () => void): () => void {
  const { on } = getWallets()
  const stops = [on('register', onChange), on('unregister', onChange)]
  return () => {
    for (const stop of stops) stop()
  }
}

export type SignedBytes = { address: string; message: Uint8Array; signature: Uint8Array }

/** Sign-In With Solana: one prompt where the wallet offers `solana:signIn`, else connect and sign the same text. Call it from a click only. */
export async function signInSolana(id: string, fields: Omit<SolanaSignInInput, 'address'> & { domain: string }): Promise<SignedBytes> {
  const wallet = walletOf(id)
  if (!wallet) throw new Error('This wallet is gone.')
  const signIn = featuresOf(wallet)['solana:signIn']
  if (signIn) {
    const [output] = await signIn.signIn(fields)
    if (!output) throw new Error('The wallet gave no answer.')
    return { address: output.account.address, message: output.signedMessage, signature: output.signature }
  }
  const account = await connectSolana(id)
  return account.sign(writeSiws({ ...fields, address: account.address }))
}

export type SolanaAccount = { address: string; sign(text: string): Promise<SignedBytes> }

/** Asks the wallet for its account. Prompts; call it from a click only. */
export async function connectSolana(id: string): Promise<SolanaAccount> {
  const wallet = walletOf(id)
  const connect = wallet && featuresOf(wallet)['standard:connect']
  if (!wallet || !connect) throw new Error('This wallet is gone.')
  const { accounts } = await connect.connect()
  const account = accounts[0]
  if (!account) throw new Error('The wallet gave no account.')
  return { address: account.address, sign: (text) => signText(wallet, account, text) }
}

async function signText(wallet: Wallet, account: WalletAccount, text: string): Promise<SignedBytes> {
  const feature = featuresOf(wallet)['solana:signMessage']
  if (!feature) throw new Error('The wallet cannot sign messages.')
  const [output] = await feature.signMessage({ account, message: new TextEncoder().encode(text) })
  if (!output) throw new Error('The wallet gave no answer.')
  return { address: account.address, message: output.signedMessage, signature: output.signature }
}
