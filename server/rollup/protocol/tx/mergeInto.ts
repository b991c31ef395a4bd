import * as z from 'zod'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { checkField } from '#server/rollup/protocol/field.ts'
import { fromLane, ledgerFields, type PayloadCodec, toLane } from './entry.ts'
import { accountLane, signature } from './schemas.ts'

/** The account becomes part of another one of the same person: both keys sign. */
export const mergeIntoTx = z.strictObject({
  kind: z.literal('mergeInto'),
  ...ledgerFields,
  target: accountLane,
  /** By the target's key, over the words with zeros in its place. */
  targetSignature: signature,
})
export type MergeIntoTx = z.output<typeof mergeIntoTx>

export const mergeIntoCodec: PayloadCodec<MergeIntoTx> = {
  used: 3,
  encode: (tx) => [toLane('target', tx.target, bits.account), checkField('s', tx.targetSignature.s), checkField('e', tx.targetSignature.e)],
  decode: ([target, s = 0n, e = 0n]) => ({ target: fromLane('target', target, bits.account), targetSignature: { s, e } }),
}
