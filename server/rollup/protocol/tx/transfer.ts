import * as z from 'zod'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import { ledgerFields, type PayloadCodec } from './entry.ts'
import { accountLane, amount, token } from './schemas.ts'

/** Moves an amount of a token to another account of the slot. */
export const transferTx = z.strictObject({ kind: z.literal('transfer'), ...ledgerFields, to: accountLane, token, amount })
export type TransferTx = z.output<typeof transferTx>

const layout = [
  ['to', bits.account],
  ['token', bits.token],
  ['amount', bits.amount],
] as const

export const transferCodec: PayloadCodec<TransferTx> = {
  used: 1,
  encode: (tx) => [pack(layout, { to: BigInt(tx.to), token: BigInt(tx.token), amount: tx.amount })],
  decode([word = 0n]) {
    const { to, token, amount } = unpack(layout, word)
    return { to: Number(to), token: Number(token), amount }
  },
}
