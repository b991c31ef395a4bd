/** `eip155:0x…` and `solana:…` without their namespace. */
export const walletAddress = (id: string): string => id.slice(id.indexOf(':') + 1)

export const walletNamespace = (id: string): 'eip155' | 'solana' => (id.startsWith('solana:') ? 'solana' : 'eip155')

export const networkNames = { eip155: 'Ethereum', solana: 'Solana' } as const
