import type { Me } from '#app/_data/views.ts'
import { shorten } from '#app/_ui/base/shorten.ts'
import { walletAddress } from './walletWords.ts'

/** How a wallet of the member is called: by its ENS name, else by the two ends of its address. */
export function nameOf(me: NonNullable<Me>, wallet: string): string {
  const name = me.wallets.find(({ address }) => address === wallet)?.name
  return name ?? shorten(walletAddress(wallet), 6, 4)
}
