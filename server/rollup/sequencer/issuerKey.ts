import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, type GrumpkinPoint, sign, signingKeyFrom } from '#server/rollup/protocol/schnorr.ts'
import { fromHex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { IssuerPort } from './ports.ts'

/** The platform's own issuer: one key for every quest that names no other, held by the sequencer process alone. */
export function createKeyIssuer(hasher: Hasher, key: string): IssuerPort & { own: GrumpkinPoint } {
  const seed = fromHex(key)
  if (seed?.length !== 32)
    throw new CairnError('config.invalid', 'The issuer key is not 32 bytes.', { meta: { field: 'CAIRN_ISSUER_KEY' } })
  const sk = signingKeyFrom(seed)
  const own = derivePublicKey(sk)
  return {
    own,
    sign: async (_quest, message, { x, y }) => (x === own.x && y === own.y ? sign(hasher, sk, message) : 'elsewhere'),
  }
}
