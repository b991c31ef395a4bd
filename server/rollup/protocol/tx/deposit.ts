import * as z from 'zod'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { checkBits, checkField } from '#server/rollup/protocol/field.ts'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import { inboxFields, type PayloadCodec, paymentLayout } from './entry.ts'
import { amount, fieldElement, token } from './schemas.ts'

/** Inbox deposit: anyone on L2 pays into an account's vault, or into a fresh account (`newAccount`) for the given wallet word. */
export const depositTx = z.strictObject({
  kind: z.literal('deposit'),
  ...inboxFields,
  token,
  amount,
  /** Wallet word for `newAccount`, else 0. */
  wallet: fieldElement,
})
export type DepositTx = z.output<typeof depositTx>

export const depositCodec: PayloadCodec<DepositTx> = {
  used: 2,
  encode: (tx) => [
    pack(paymentLayout, { token: BigInt(tx.token), amount: tx.amount }),
    checkField('wallet', tx.account === newAccount ? tx.wallet : onlyZero(tx.wallet)),
  ],
  decode([payment = 0n, wallet = 0n], { account }) {
    const { token, amount } = unpack(paymentLayout, payment)
    if (account !== newAccount) onlyZero(wallet)
    return { token: Number(token), amount, wallet }
  },
}

/** A wallet word beside an existing account has no meaning: allowing it would give one deposit many encodings. */
function onlyZero(wallet: bigint): bigint {
  return checkBits('wallet', wallet, 0)
}
