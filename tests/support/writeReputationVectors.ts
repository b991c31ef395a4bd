/**
 * Writes `tests/vectors/reputation.json` from the hand-written cases:
 * `node tests/support/writeReputationVectors.ts && npx biome format --write tests/vectors`.
 */
import { writeFileSync } from 'node:fs'
import { readScore } from '#server/reputation/formula/decay.ts'
import { openWeight } from '#server/reputation/formula/issuers.ts'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { naiveScore } from './naiveScore.ts'
import { formula, type IssuerName, issuerKeys, issuers, type ScoreCase, scoreCases } from './reputationCases.ts'

/** The file's content. Scores come from the definition (`naiveScore.ts`); only what explains a line is the engine's. */
export function reputationVectorText(): string {
  const vectors = {
    about:
      'The formula of docs/reputation.md: integers are decimal strings where they may pass 2^53; a path has one pair of siblings a level, leaf level first',
    formula: formula.data,
    formulaHash: formula.hash,
    issuers: (Object.keys(issuerKeys) as IssuerName[]).map(issuerVector),
    cases: scoreCases.map(caseVector),
  }
  return `${JSON.stringify(vectors, (_, value) => (typeof value === 'bigint' ? value.toString() : value), 1)}\n`
}

/** A key, its id, its weight, and the leaf of the table that proves the weight; `listed` = the leaf begins with this id. */
function issuerVector(name: IssuerName) {
  const issuer = issuers[name]
  const { from, to, weight: leafWeight, index, path } = openWeight(hasher, formula, issuer)
  const listed = from === issuer
  const weight = listed ? leafWeight : BigInt(formula.data.weights.default)
  return { name, key: issuerKeys[name], issuer, weight, listed, leaf: { from, to, weight: leafWeight }, index, path }
}

function caseVector({ name, why, week, credentials }: ScoreCase) {
  const naive = naiveScore(formula, credentials, week)
  const { exactThrough, contributions } = scoreAt(formula, credentials, week)
  const lines = contributions.map(({ credentialId, allowed, weight, capped, decayed, reason }) => {
    return { credentialId, allowed, weight, capped, decayed, contribution: naive.contributions.get(credentialId) ?? 0n, reason }
  })
  const last = Math.min(exactThrough, week + 100)
  const reads = [...new Set([week, Math.min(week + 1, last), Math.min(week + 31, last), last])]
  const expect = {
    score: naive.score,
    count: naive.count,
    mass: naive.mass,
    exactThrough,
    byCategory: naive.byCategory,
    contributions: lines,
    reads: reads.map((at) => ({ week: at, score: readScore(formula.data, naive.mass, at) })),
  }
  return { name, why, week, credentials, expect }
}

if (import.meta.main) writeFileSync(new URL('../vectors/reputation.json', import.meta.url), reputationVectorText())
