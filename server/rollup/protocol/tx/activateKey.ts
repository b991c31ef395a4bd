import * as z from 'zod'
import { inboxFields, type PayloadCodec } from './entry.ts'

/** Inbox activateKey: anyone has the pending key take over once its time has come. */
export const activateKeyTx = z.strictObject({ kind: z.literal('activateKey'), ...inboxFields })
export type ActivateKeyTx = z.output<typeof activateKeyTx>

export const activateKeyCodec: PayloadCodec<ActivateKeyTx> = { used: 0, encode: () => [], decode: () => ({}) }
