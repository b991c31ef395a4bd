import * as z from 'zod'
import { checkBits } from '#server/rollup/protocol/field.ts'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import { ledgerFields, type PayloadCodec, paymentLayout } from './entry.ts'
import { address, amount, token } from './schemas.ts'

/** What leaves the slot: payable on L2 once the batch is final. */
export type Withdrawal = {
  token: number
  amount: bigint
  /** L2 address, 160 bits. */
  recipient: bigint
}

export const withdrawTx = z.strictObject({
  kind: z.literal('withdraw'),
  ...ledgerFields,
  token,
  amount,
  /** L2 address. */
  recipient: address,
})
export type WithdrawTx = z.output<typeof withdrawTx>

/** Two payload words, the same in withdraw and forcedWithdraw. */
export const withdrawalCodec = {
  used: 2,
  encode: (tx: Withdrawal): bigint[] => [
    pack(paymentLayout, { token: BigInt(tx.token), amount: tx.amount }),
    checkBits('recipient', tx.recipient, 160),
  ],
  decode([payment = 0n, recipient = 0n]: readonly bigint[]): Withdrawal {
    const { token, amount } = unpack(paymentLayout, payment)
    return { token: Number(token), amount, recipient: checkBits('recipient', recipient, 160) }
  },
}

export const withdrawCodec: PayloadCodec<WithdrawTx> = withdrawalCodec
