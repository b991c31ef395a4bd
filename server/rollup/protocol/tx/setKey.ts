import * as z from 'zod'
import { checkField } from '#server/rollup/protocol/field.ts'
import { inboxFields, type PayloadCodec } from './entry.ts'
import { fieldElement } from './schemas.ts'

/** Inbox setKey: the primary wallet sets the account's first key and identity, or asks for another key. */
export const setKeyTx = z.strictObject({
  kind: z.literal('setKey'),
  ...inboxFields,
  keyX: fieldElement,
  keyY: fieldElement,
  /** `H_identity(idSecret)`, given once, with the first key; later 0. */
  identity: fieldElement,
  /** Linked wallet word that signed too (the new key then acts at once), else 0. */
  second: fieldElement,
})
export type SetKeyTx = z.output<typeof setKeyTx>

export const setKeyCodec: PayloadCodec<SetKeyTx> = {
  used: 4,
  encode: (tx) => [
    checkField('keyX', tx.keyX),
    checkField('keyY', tx.keyY),
    checkField('identity', tx.identity),
    checkField('second', tx.second),
  ],
  decode: ([keyX = 0n, keyY = 0n, identity = 0n, second = 0n]) => ({ keyX, keyY, identity, second }),
}
