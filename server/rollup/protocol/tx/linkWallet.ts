import * as z from 'zod'
import { checkField } from '#server/rollup/protocol/field.ts'
import { fromLane, ledgerFields, type PayloadCodec, toLane } from './entry.ts'
import { fieldElement, place } from './schemas.ts'

/** The account claims another wallet as its own. The slot does not check the wallet's consent: exporters show a link with both signatures only. */
export const linkWalletTx = z.strictObject({
  kind: z.literal('linkWallet'),
  ...ledgerFields,
  /** Wallet word. */
  wallet: fieldElement,
  /** One of nine. */
  place,
})
export type LinkWalletTx = z.output<typeof linkWalletTx>

export const linkWalletCodec: PayloadCodec<LinkWalletTx> = {
  used: 2,
  encode: (tx) => [checkField('wallet', tx.wallet), toLane('place', tx.place, 8)],
  decode: ([wallet = 0n, word]) => ({ wallet, place: fromLane('place', word, 8) }),
}
