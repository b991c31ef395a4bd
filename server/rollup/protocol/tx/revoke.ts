import * as z from 'zod'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import type { PayloadCodec } from './entry.ts'
import { uint32 } from './schemas.ts'

/** The issuer takes a credential back. It has no account, nonce or fee: the issuer's key signs, and a credential is revoked once. */
export const revokeTx = z.strictObject({
  kind: z.literal('revoke'),
  /** Index in the credentials tree. */
  credential: uint32,
  reason: uint32,
})
export type RevokeTx = z.output<typeof revokeTx>

const layout = [
  ['credential', 32],
  ['reason', 32],
] as const

export const revokeCodec: PayloadCodec<RevokeTx> = {
  used: 1,
  encode: (tx) => [pack(layout, { credential: BigInt(tx.credential), reason: BigInt(tx.reason) })],
  decode([word = 0n]) {
    const { credential, reason } = unpack(layout, word)
    return { credential: Number(credential), reason: Number(reason) }
  },
}
