import type { GrumpkinPoint, SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import type { Hex } from '#server/shared/bytes.ts'

/** A member of a group that an issuer is asked to sign. */
export type GroupMember = { account: number; wallet: string; evidenceDigest: Hex }

/** What an issuer outside of the platform is asked to sign, with all that its message is made of. `id`: the same for the same message, however often it is asked. */
export type SignRequest = { id: string; quest: number; key: GrumpkinPoint; message: bigint } & (
  | { kind: 'mint'; groupNonce: number; validUntil: number; evidenceRoot: bigint; members: readonly GroupMember[] }
  | { kind: 'revoke'; credential: number; reason: number }
)

/** `code`: why there is no signature. `retryAfterMs`: when it wants to be asked again. */
export type SignAnswer = { signature: SchnorrSignature } | { code: string; retryAfterMs?: number | undefined }

/** Asks whoever holds a key. It never throws for a signer that does not sign: that is an answer. */
export type SignerPort = {
  ask(request: SignRequest): Promise<SignAnswer>
  /** What it answered holds. */
  held(request: SignRequest): Promise<void>
  /** What it answered does not hold. */
  refused(request: SignRequest, code: string): Promise<void>
}
