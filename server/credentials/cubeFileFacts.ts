import { parseWalletId } from '#server/auth/walletId.ts'
import { walletOfDid } from './verify/didPkh.ts'

/** The wallet that a file names as the CUBE's holder; null for anything else that may stand there. */
export function holderOf(did: string): string | null {
  const wallet = walletOfDid(did)
  return wallet === null ? null : parseWalletId(wallet)
}

/** What somebody else calls their quest, fit for a sentence: no control or direction characters (a database takes no NUL), not too long. */
export const nameOf = (name: string): string => [...name.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, 80).join('')
