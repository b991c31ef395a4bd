import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { CredentialStore } from './credentialStore.ts'
import { weekOf } from './formula/decay.ts'
import type { Formula } from './formula/formula.ts'
import { issuerId } from './formula/issuers.ts'
import { type Score, scoreAt } from './formula/score.ts'

export type ScoreDeps = { credentials: CredentialStore; formula: Formula; hasher: Hasher; now(): number }

/** The score of an account's final credentials in the present week. Throws `input.invalid` outside the formula's weeks. */
export async function readScore({ credentials, formula, hasher, now }: ScoreDeps, input: { accountId: string }): Promise<Score> {
  const rows = await credentials.ofAccount(input.accountId)
  const ids = new Map<string, bigint>()
  const scored = rows.map(({ issuerKey, ...rest }) => {
    const key = `${issuerKey.x}.${issuerKey.y}`
    const issuer = ids.get(key) ?? issuerId(hasher, issuerKey)
    ids.set(key, issuer)
    return { ...rest, issuer }
  })
  return scoreAt(formula, scored, weekOf(formula.data, Math.floor(now() / 1000)))
}
