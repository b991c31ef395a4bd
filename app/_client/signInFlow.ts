import { createSiweMessage } from 'viem/siwe'
import { toBase64 } from './base64.ts'
import { type Challenge, signInStatement, signInWith } from './signIn.ts'
import type { AnnouncedWallet } from './wallets/announced.ts'
import { connectEvm } from './wallets/evmWallets.ts'
import { signInSolana } from './wallets/solanaWallets.ts'

/** Chains that the server knows, by CAIP-2 id; a sign-in text may name no other. */
export type SignInChains = { evm: readonly number[]; solana: string }

/** Connects and signs in one go, from one click. True when there is a session now. Throws what the wallet throws. */
export async function signInFlow(wallet: AnnouncedWallet, challenge: Challenge, chains: SignInChains): Promise<boolean> {
  const { host: domain, origin: uri } = window.location
  if (wallet.namespace === 'eip155') {
    const account = await connectEvm(wallet.id)
    const chainId = chains.evm.includes(account.chainId) ? account.chainId : (chains.evm[0] ?? 1)
    const message = createSiweMessage({
      address: account.address,
      chainId,
      domain,
      uri,
      version: '1',
      nonce: challenge.nonce,
      issuedAt: new Date(),
      statement: signInStatement,
    })
    return signInWith('siwe', challenge.csrfToken, { message, signature: await account.sign(message) })
  }
  const signed = await signInSolana(wallet.id, {
    domain,
    uri,
    version: '1',
    chainId: chains.solana,
    nonce: challenge.nonce,
    issuedAt: new Date().toISOString(),
    statement: signInStatement,
  })
  return signInWith('siws', challenge.csrfToken, { message: toBase64(signed.message), signature: toBase64(signed.signature) })
}
