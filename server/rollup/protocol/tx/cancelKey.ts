import * as z from 'zod'
import { fromLane, inboxFields, type PayloadCodec } from './entry.ts'

/** Inbox cancelKey: a wallet of the account, never a key, keeps the pending key from taking over. */
export const cancelKeyTx = z.strictObject({
  kind: z.literal('cancelKey'),
  ...inboxFields,
  /** True when the authoriser is a linked wallet, false when it is the primary one. */
  byLinked: z.boolean(),
})
export type CancelKeyTx = z.output<typeof cancelKeyTx>

export const cancelKeyCodec: PayloadCodec<CancelKeyTx> = {
  used: 1,
  encode: (tx) => [tx.byLinked ? 1n : 0n],
  decode: ([byLinked]) => ({ byLinked: fromLane('byLinked', byLinked, 1) === 1 }),
}
