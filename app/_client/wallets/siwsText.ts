import type { SolanaSignInInput } from '@solana/wallet-standard-features'

/** The text of Sign-In With Solana, for wallets without `solana:signIn`. Same lines and order as the standard's ABNF. */
export function writeSiws(input: SolanaSignInInput & { domain: string; address: string }): string {
  const fields = [
    ['URI', input.uri],
    ['Version', input.version],
    ['Chain ID', input.chainId],
    ['Nonce', input.nonce],
    ['Issued At', input.issuedAt],
    ['Expiration Time', input.expirationTime],
  ] as const
  const lines = fields.filter(([, value]) => value !== undefined).map(([label, value]) => `${label}: ${value}`)
  const head = `${input.domain} wants you to sign in with your Solana account:\n${input.address}`
  return [head, ...(input.statement ? [input.statement] : []), lines.join('\n')].join('\n\n')
}
