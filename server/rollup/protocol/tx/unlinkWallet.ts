import * as z from 'zod'
import { fromLane, ledgerFields, type PayloadCodec, toLane } from './entry.ts'
import { place } from './schemas.ts'

/** Empties one of the nine places for linked wallets. */
export const unlinkWalletTx = z.strictObject({ kind: z.literal('unlinkWallet'), ...ledgerFields, place })
export type UnlinkWalletTx = z.output<typeof unlinkWalletTx>

export const unlinkWalletCodec: PayloadCodec<UnlinkWalletTx> = {
  used: 1,
  encode: (tx) => [toLane('place', tx.place, 8)],
  decode: ([word]) => ({ place: fromLane('place', word, 8) }),
}
