import type { Database } from '#drizzle/client.ts'
import { createCredentialStore } from '#server/reputation/credentialStore.ts'
import { publishFormula } from '#server/reputation/formula/formula.ts'
import { issuerId } from '#server/reputation/formula/issuers.ts'
import { formulaV1 } from '#server/reputation/formula/v1.ts'
import { readScore, type ScoreDeps } from '#server/reputation/readScore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import type { MemberFacts } from '#server/verify/memberFacts.ts'

/** The formula in force: version 1 with this deployment's table, in which the platform's own issuer is fully trusted. */
export const activeFormula = (platform: Parts['platform']) =>
  publishFormula(fastHasher, formulaV1, [{ issuer: issuerId(fastHasher, platform), weight: formulaV1.weights.scale }])

type Parts = { db: Database; now(): number; platform: { x: bigint; y: bigint } }

export const scoreDeps = ({ db, now, platform }: Parts): ScoreDeps => ({
  credentials: createCredentialStore(db),
  formula: activeFormula(platform),
  hasher: fastHasher,
  now,
})

/** Scores as rules ask for them. */
export function reputationFacts(parts: Parts): NonNullable<MemberFacts['reputation']> {
  const deps = scoreDeps(parts)
  return async (accountId, category) => {
    const { score, count, week, formulaHash, byCategory } = await readScore(deps, { accountId })
    const of = category === undefined ? { score, count } : byCategory.find((one) => one.category === category)
    return of ? { score: String(of.score), count: of.count, formulaHash, week } : null
  }
}
