import fc from 'fast-check'
import type { ScoredCredential } from '#server/reputation/formula/credential.ts'
import { publishFormula } from '#server/reputation/formula/formula.ts'
import { formulaV1 } from '#server/reputation/formula/v1.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { issuers, issuerTable, startOfWeek } from '#tests/support/reputationCases.ts'

export const WEEK = 300

/** Version 1 with caps that a few credentials reach. */
export const tight = publishFormula(hasher, { ...formulaV1, caps: { family: 300, project: 700, category: 1_100 } }, issuerTable)

type Quest = Pick<ScoredCredential, 'project' | 'family' | 'issuer' | 'category' | 'points'>

/** Few projects, families and categories, and many points, so that caps are reached; one category that the formula does not know. */
const quest: fc.Arbitrary<Quest> = fc.record({
  project: fc.bigInt({ min: 0n, max: 3n }),
  family: fc.nat(6),
  issuer: fc.constantFrom(issuers.full, issuers.full, issuers.half, issuers.more, issuers.off, issuers.stranger),
  category: fc.constantFrom(0, 0, 0, 1, 2, 6),
  points: fc.oneof(fc.bigInt({ min: 0n, max: 400n }), fc.constantFrom(0n, 1n, 500n, 2n ** 32n - 1n)),
})

const SECONDS = 604_800
const holding = fc.record({
  quest: fc.nat(29),
  issuedAt: fc.integer({ min: startOfWeek(WEEK - 80), max: startOfWeek(WEEK + 2) - 1 }),
  expiresAt: fc.option(fc.integer({ min: startOfWeek(WEEK) - SECONDS, max: startOfWeek(WEEK + 60) }), { freq: 4 }),
  revoked: fc.nat(9).map((n) => n === 0),
})

/** An account: its credentials have distinct ids in no order of time; those of one quest agree on what the quest says. */
export const account = fc
  .tuple(fc.array(quest, { minLength: 30, maxLength: 30 }), fc.array(holding, { maxLength: 40, size: 'max' }))
  .chain(([quests, holdings]) =>
    fc.shuffledSubarray([...holdings.keys()], { minLength: holdings.length }).map((ids) =>
      holdings.flatMap((one, i): ScoredCredential[] => {
        const said = quests[one.quest]
        return said ? [{ id: ids[i] ?? 0, ...one, ...said }] : []
      }),
    ),
  )
