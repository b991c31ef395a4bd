import { codeOf } from '../sayError.ts'
import { isBusy, isRefusal } from '../wallets/refusal.ts'
import { SlotRefusal } from './slotRpc.ts'

/** Names of sentences under `money.error`. */
export type MoneyError = 'refused' | 'busy' | 'signature' | 'suspended' | 'paused' | 'full' | 'underWay' | 'unknown'

const ofSlot: Record<string, MoneyError> = {
  signature: 'signature',
  'key.suspended': 'suspended',
  paused: 'paused',
  'rate.limited': 'full',
}
const ofApi: Record<string, MoneyError> = { conflict: 'underWay', 'auth.refused': 'signature', 'rate.limited': 'full' }

/** Which sentence says what went wrong. The first two are no failures: the person said no, or the wallet is still asking. */
export function moneyError(error: unknown): MoneyError {
  if (isRefusal(error)) return 'refused'
  if (isBusy(error)) return 'busy'
  if (error instanceof SlotRefusal) return ofSlot[error.reason] ?? 'unknown'
  return ofApi[codeOf(error) ?? ''] ?? 'unknown'
}

export const isCalm = (error: MoneyError) => error === 'refused' || error === 'busy'
