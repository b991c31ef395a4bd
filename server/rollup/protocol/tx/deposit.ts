import * as z from 'zod'
import { bits, kinds, newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { checkBits, checkField } from '#server/rollup/protocol/field.ts'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import { accountLane, address, amount, fieldElement, token } from './schemas.ts'

/** Inbox deposit: anyone on L2 pays into an account's vault, or into a fresh account (`newAccount`) for the given wallet word. */
export const depositTx = z.strictObject({
  kind: z.literal('deposit'),
  account: accountLane,
  /** Who called the inbox, 160 bits: a refused deposit is paid back to it. */
  sender: address,
  token,
  amount,
  /** Wallet word for `newAccount`, else 0. */
  wallet: fieldElement,
})
export type DepositTx = z.output<typeof depositTx>

export const entryHeadLayout = [
  ['kind', 8],
  ['account', bits.account],
  ['sender', 160],
] as const
const paymentLayout = [
  ['token', bits.token],
  ['amount', bits.amount],
] as const

/** The three words of a deposit. Throws `rollup.malformed` when a field does not fit its lane. */
export function encodeDeposit(tx: DepositTx): bigint[] {
  return [
    pack(entryHeadLayout, { kind: BigInt(kinds.deposit), account: BigInt(tx.account), sender: tx.sender }),
    pack(paymentLayout, { token: BigInt(tx.token), amount: tx.amount }),
    checkField('wallet', tx.account === newAccount ? tx.wallet : onlyZero(tx.wallet)),
  ]
}

/** Throws `rollup.malformed`. */
export function decodeDeposit(words: readonly bigint[]): DepositTx {
  const [head = 0n, payment = 0n, wallet = 0n] = words
  const { account, sender } = unpack(entryHeadLayout, head)
  const { token, amount } = unpack(paymentLayout, payment)
  if (Number(account) !== newAccount) onlyZero(wallet)
  return { kind: 'deposit', account: Number(account), sender, token: Number(token), amount, wallet }
}

/** A wallet word beside an existing account has no meaning: allowing it would give one deposit many encodings. */
function onlyZero(wallet: bigint): bigint {
  return checkBits('wallet', wallet, 0)
}
