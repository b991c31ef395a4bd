import { randomBytes } from 'node:crypto'
import { type Address, createKeyPairSignerFromPrivateKeyBytes, type KeyPairSigner, signBytes } from '@solana/kit'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'

/** A member's two wallets, made for this one journey, and a stranger's address to send to. */
export type Wallets = { readonly evm: PrivateKeyAccount; readonly solana: KeyPairSigner; readonly receiver: Address }

export async function newWallets(): Promise<Wallets> {
  const solana = () => createKeyPairSignerFromPrivateKeyBytes(new Uint8Array(randomBytes(32)))
  return { evm: privateKeyToAccount(generatePrivateKey()), solana: await solana(), receiver: (await solana()).address }
}

type Signed = { message: string; signature: string }

/** An ERC-4361 text with the wallet's signature. */
export async function signSiwe({ evm }: Wallets, site: { origin: string; chainId: number }, nonce: string): Promise<Signed> {
  const { host, origin } = new URL(site.origin)
  const message = createSiweMessage({
    address: evm.address,
    chainId: site.chainId,
    domain: host,
    uri: origin,
    version: '1',
    nonce,
    issuedAt: new Date(),
    statement: 'Sign in to Cairn.',
  })
  return { message, signature: await evm.signMessage({ message }) }
}

/** A Sign-In With Solana text with the wallet's signature, both in base64. */
export async function signSiws(wallets: Wallets, site: { origin: string }, nonce: string): Promise<Signed> {
  const { host, origin } = new URL(site.origin)
  const text = [
    `${host} wants you to sign in with your Solana account:`,
    wallets.solana.address,
    '',
    'Sign in to Cairn.',
    '',
    `URI: ${origin}`,
    'Version: 1',
    'Chain ID: solana:localnet',
    `Nonce: ${nonce}`,
    `Issued At: ${new Date().toISOString()}`,
  ].join('\n')
  return { message: Buffer.from(text, 'utf8').toString('base64'), signature: await signSolanaText(wallets, text) }
}

/** Ed25519 over the text's bytes, in base64. */
export async function signSolanaText({ solana }: Wallets, text: string): Promise<string> {
  const signature = await signBytes(solana.keyPair.privateKey, new TextEncoder().encode(text))
  return Buffer.from(signature).toString('base64')
}
