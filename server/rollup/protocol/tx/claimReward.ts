import * as z from 'zod'
import { fromLane, ledgerFields, type PayloadCodec, toLane } from './entry.ts'
import { uint32 } from './schemas.ts'

/** The holder takes the reward that a credential's mint reserved, once. */
export const claimRewardTx = z.strictObject({
  kind: z.literal('claimReward'),
  ...ledgerFields,
  /** Index in the credentials tree. */
  credential: uint32,
})
export type ClaimRewardTx = z.output<typeof claimRewardTx>

export const claimRewardCodec: PayloadCodec<ClaimRewardTx> = {
  used: 1,
  encode: (tx) => [toLane('credential', tx.credential, 32)],
  decode: ([credential]) => ({ credential: fromLane('credential', credential, 32) }),
}
