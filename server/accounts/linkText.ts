import { type WalletId, walletAddress, walletNamespace } from '#server/auth/walletId.ts'

export type LinkTextInput = {
  /** Who signs this text, and the wallet that it names. */
  signer: WalletId
  other: WalletId
  /** CAIP-2 chains that stand for each wallet's namespace. */
  chains: { eip155: string; solana: string }
  origin: string
  nonce: string
  /** Milliseconds since the epoch. */
  issuedAt: number
  expiresAt: number
}

/** CAIP-10 id of a wallet on the chain that stands for its namespace. */
export const accountRef = (wallet: WalletId, chains: LinkTextInput['chains']) =>
  `${chains[walletNamespace(wallet)]}:${walletAddress(wallet)}`

/** The statement of a link text: says what is agreed to and names the other wallet. */
export const linkStatement = (other: string) =>
  `Link this wallet to one Cairn account together with ${other}. Only agree if both wallets are yours.`

/** The text that one of the two wallets signs: ERC-4361 for EVM, Sign-In With Solana for Solana; both bind domain, nonce and expiry. */
export function writeLinkText(input: LinkTextInput): string {
  const evm = walletNamespace(input.signer) === 'eip155'
  const chain = input.chains[walletNamespace(input.signer)]
  return [
    `${new URL(input.origin).host} wants you to sign in with your ${evm ? 'Ethereum' : 'Solana'} account:`,
    walletAddress(input.signer),
    '',
    linkStatement(accountRef(input.other, input.chains)),
    '',
    `URI: ${input.origin}`,
    'Version: 1',
    `Chain ID: ${evm ? chain.slice('eip155:'.length) : chain}`,
    `Nonce: ${input.nonce}`,
    `Issued At: ${new Date(input.issuedAt).toISOString()}`,
    `Expiration Time: ${new Date(input.expiresAt).toISOString()}`,
  ].join('\n')
}
