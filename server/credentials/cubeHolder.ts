import { parseWalletId } from '#server/auth/walletId.ts'
import { walletOfDid } from './verify/didPkh.ts'

/** The wallet that a file names as the CUBE's holder; null for anything else that may stand there. */
export function holderOf(did: string): string | null {
  const wallet = walletOfDid(did)
  return wallet === null ? null : parseWalletId(wallet)
}
