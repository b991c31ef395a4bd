import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readScore } from '#server/reputation/formula/decay.ts'
import type { FormulaData } from '#server/reputation/formula/formula.ts'
import { issuerId } from '#server/reputation/formula/issuers.ts'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { reputationTags } from '#server/rollup/protocol/constants.gen.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import { formula } from '#tests/support/reputationCases.ts'
import { reputationVectorText } from '#tests/support/writeReputationVectors.ts'

const text = readFileSync(new URL('../../vectors/reputation.json', import.meta.url), 'utf8')

const decimal = z
  .string()
  .regex(/^[0-9]+$/)
  .transform(BigInt)
const credential = z.strictObject({
  id: z.int(),
  quest: z.int(),
  family: z.int(),
  project: decimal,
  issuer: decimal,
  category: z.int(),
  points: decimal,
  issuedAt: z.int(),
  expiresAt: z.int().nullable(),
  revoked: z.boolean(),
})
const line = z.strictObject({
  credentialId: z.int(),
  allowed: decimal,
  weight: decimal,
  capped: decimal,
  decayed: decimal,
  contribution: decimal,
  reason: z.string().nullable(),
})
const file = z.strictObject({
  about: z.string(),
  formula: z.custom<FormulaData>((value) => typeof value === 'object' && value !== null),
  formulaHash: z.string(),
  issuers: z.array(
    z.strictObject({
      name: z.string(),
      key: z.strictObject({ x: decimal, y: decimal }),
      issuer: decimal,
      weight: decimal,
      listed: z.boolean(),
      leaf: z.strictObject({ from: decimal, to: decimal, weight: decimal }),
      index: z.int(),
      path: z.array(z.tuple([decimal, decimal])),
    }),
  ),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      why: z.string(),
      week: z.int(),
      credentials: z.array(credential),
      expect: z.strictObject({
        score: decimal,
        count: z.int(),
        mass: decimal,
        exactThrough: z.int(),
        byCategory: z.array(decimal),
        contributions: z.array(line),
        reads: z.array(z.strictObject({ week: z.int(), score: decimal })),
      }),
    }),
  ),
})

describe('tests/vectors/reputation.json', () => {
  const vectors = file.parse(JSON.parse(text))

  it('is that of the cases', () => expect(JSON.parse(text)).toEqual(JSON.parse(reputationVectorText())))

  it('has the hash of its formula, and the weights that its root holds', () => {
    expect(canonicalDigest(vectors.formula)).toBe(vectors.formulaHash)
    for (const { key, issuer, weight, listed, leaf, index, path } of vectors.issuers) {
      expect(issuerId(hasher, key)).toBe(issuer)
      const hash = hasher.hash(reputationTags.issuerWeight, [leaf.from, leaf.to, leaf.weight])
      expect(rootFromPath(hasher, hash, index, path)).toBe(BigInt(vectors.formula.weights.root))
      expect(weight).toBe(listed ? leaf.weight : BigInt(vectors.formula.weights.default))
      expect(listed ? leaf.from === issuer : leaf.from < issuer && issuer < leaf.to).toBe(true)
    }
  })

  it.each(vectors.cases.map((one) => [one.name, one] as const))('%s', (_, { week, credentials, expect: expected }) => {
    const answer = scoreAt(formula, credentials, week)
    const { reads, byCategory, ...same } = expected
    expect(answer).toMatchObject(same)
    expect(answer.byCategory.map(({ score }) => score)).toEqual(byCategory)
    for (const read of reads) expect(readScore(vectors.formula, expected.mass, read.week)).toBe(read.score)
  })
})
