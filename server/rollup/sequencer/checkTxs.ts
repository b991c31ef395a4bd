import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { ledgerMessage, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { EngineDeps } from '#server/rollup/state/draft.ts'
import { verifyMany } from '#server/rollup/state/fastSchnorr.ts'

/** A tx and the key that must have signed it; null when there is none and only the message is asked for. */
export type TxCheck = { words: readonly bigint[]; signature: SignedLedgerTx['signature']; key: GrumpkinPoint | null }
export type CheckedTx = { message: bigint; holds: boolean }

/** What costs most of a tx's way in: its message (which is its hash), and whether the signature over it holds. All at once is cheapest. */
export function checkTxs({ hasher, domain }: EngineDeps & { domain: bigint }, checks: readonly TxCheck[]): CheckedTx[] {
  const messages = checks.map(({ words }) => ledgerMessage(hasher, domain, words))
  const signed = checks.flatMap(({ key, signature }, i) => (key ? [{ key, signature, message: messages[i] ?? -1n }] : []))
  const holds = verifyMany(hasher, signed).values()
  return checks.map(({ key }, i) => ({ message: messages[i] ?? -1n, holds: key !== null && holds.next().value === true }))
}
