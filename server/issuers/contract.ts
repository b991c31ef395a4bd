import * as z from 'zod'
import { voucherMessage } from '#server/credentials/verify/issuerVoucher.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { evidenceRoot } from '#server/rollup/protocol/evidenceRoot.ts'
import { isField } from '#server/rollup/protocol/field.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type GrumpkinPoint, isOnCurve, type SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import { ledgerMessage, ledgerWords } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { canonicalDigest, digestToField } from '#server/shared/canonical.ts'

const word = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .transform((text) => text as Hex)
const digest = z
  .string()
  .regex(/^0x[0-9a-f]{62}$/)
  .transform((text) => text as Hex)
const whole = z.number().int().min(0)

const slot = z.strictObject({ chainId: whole, rollup: z.string().regex(/^0x[0-9a-f]{40}$/) })
const quest = z.strictObject({ index: whole, slug: z.string().max(80), space: z.string().max(80) })
const common = { id: z.string().regex(/^[\w-]{8,80}$/), slot, key: z.strictObject({ x: word, y: word }), message: word }

/** What a signer is asked, by `type`. All that a message is made of stands beside it: who signs computes it anew and believes nothing. */
export const signBody = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('mint'),
    quest,
    mint: z.strictObject({
      groupNonce: whole,
      /** Unix seconds. */
      validUntil: whole,
      evidenceRoot: word,
      members: z
        .array(z.strictObject({ account: whole, wallet: z.string().max(120), evidenceDigest: digest }))
        .min(1)
        .max(2187),
    }),
  }),
  z.strictObject({ ...common, type: z.literal('revoke'), quest, revoke: z.strictObject({ credential: whole, reason: whole }) }),
  /** Proof that the key is held: nothing in the slot is signed by such a message. */
  z.strictObject({
    ...common,
    type: z.literal('check'),
    check: z.strictObject({ challenge: z.string().regex(/^[0-9a-f]{64}$/), space: z.string().max(80) }),
  }),
  /** The issuer's word that this DID signs exported credentials for it. */
  z.strictObject({ ...common, type: z.literal('voucher'), voucher: z.strictObject({ did: z.string().max(200) }) }),
])
export type SignBody = z.output<typeof signBody>

/** What a signer answers with 200. */
export const signAnswer = z.object({ signature: z.object({ s: word, e: word }) })
/** What it may say with any other status. */
export const signRefusal = z.object({ error: z.object({ code: z.string().max(80), message: z.string().max(500).optional() }) })

/** The field element that a request is about, from its own parts; null when those do not fit together. */
export function messageOf(hasher: Hasher, body: SignBody): bigint | null {
  const domain = domainOf(body.slot.chainId, body.slot.rollup as Hex)
  switch (body.type) {
    case 'mint': {
      const { groupNonce, validUntil, members } = body.mint
      const root = evidenceRoot(
        hasher,
        members.map(({ evidenceDigest }) => BigInt(evidenceDigest)),
      )
      if (toHex32(root) !== body.mint.evidenceRoot) return null
      const accounts = members.map(({ account }) => account)
      return mintGroupMessage(hasher, {
        domain,
        quest: body.quest.index,
        groupNonce: BigInt(groupNonce),
        accounts,
        evidenceRoot: root,
        validUntil,
      })
    }
    case 'revoke':
      return ledgerMessage(hasher, domain, ledgerWords({ kind: 'revoke', ...body.revoke }))
    case 'check':
      return checkMessage(body.slot, body.check)
    case 'voucher':
      return voucherMessage(body.voucher.did)
  }
}

/** A digest of 248 bits under a name of its own: it can be no message of the slot, which are Poseidon2 outputs. */
export const checkMessage = (of: SignBody['slot'], check: { challenge: string; space: string }): bigint =>
  digestToField(canonicalDigest({ format: 'cairn-signer-check-1', ...of, ...check }))

export const writeKey = ({ x, y }: GrumpkinPoint) => ({ x: toHex32(x), y: toHex32(y) })

/** x and y, 64 bytes in hex, as `./cairn signer` prints them; null for what is no point of the curve. */
export function readKey(text: string): GrumpkinPoint | null {
  if (!/^0x[0-9a-fA-F]{128}$/.test(text)) return null
  const key = { x: BigInt(text.slice(0, 66)), y: BigInt(`0x${text.slice(66)}`) }
  return isOnCurve(key) ? key : null
}

export const keyText = ({ x, y }: GrumpkinPoint): Hex => `${toHex32(x)}${toHex32(y).slice(2)}`

/** The signature of an answer; null when its words are no field elements. */
export function readSignature(answer: z.output<typeof signAnswer>): SchnorrSignature | null {
  const { s, e } = { s: BigInt(answer.signature.s), e: BigInt(answer.signature.e) }
  return isField(s) && isField(e) ? { s, e } : null
}
