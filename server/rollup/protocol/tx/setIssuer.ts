import * as z from 'zod'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { checkField } from '#server/rollup/protocol/field.ts'
import { fromLane, ledgerFields, type PayloadCodec, toLane } from './entry.ts'
import { fieldElement, questLane } from './schemas.ts'

/** The owner gives a quest another issuer key: it signs mints and revocations from then on. */
export const setIssuerTx = z.strictObject({
  kind: z.literal('setIssuer'),
  ...ledgerFields,
  quest: questLane,
  keyX: fieldElement,
  keyY: fieldElement,
})
export type SetIssuerTx = z.output<typeof setIssuerTx>

export const setIssuerCodec: PayloadCodec<SetIssuerTx> = {
  used: 3,
  encode: (tx) => [toLane('quest', tx.quest, bits.quest), checkField('keyX', tx.keyX), checkField('keyY', tx.keyY)],
  decode: ([quest, keyX = 0n, keyY = 0n]) => ({ quest: fromLane('quest', quest, bits.quest), keyX, keyY }),
}
