import { shorten } from '#app/_ui/base/shorten.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'

/** A person of a team as they are called: a handle as it is, a wallet by the two ends of its address. */
export const whose = (name: string): string => (name.includes(':') ? shorten(walletAddress(name), 6, 4) : name)
