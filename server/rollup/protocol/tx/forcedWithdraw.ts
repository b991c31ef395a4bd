import * as z from 'zod'
import { inboxFields, type PayloadCodec } from './entry.ts'
import { address, amount, token } from './schemas.ts'
import { withdrawalCodec } from './withdraw.ts'

/** Inbox forcedWithdraw: the primary wallet takes money out without a key and without the sequencer's favour. */
export const forcedWithdrawTx = z.strictObject({
  kind: z.literal('forcedWithdraw'),
  ...inboxFields,
  token,
  amount,
  /** L2 address. */
  recipient: address,
})
export type ForcedWithdrawTx = z.output<typeof forcedWithdrawTx>

export const forcedWithdrawCodec: PayloadCodec<ForcedWithdrawTx> = withdrawalCodec
