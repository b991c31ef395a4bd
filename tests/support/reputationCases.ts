import type { ScoredCredential } from '#server/reputation/formula/credential.ts'
import { publishFormula } from '#server/reputation/formula/formula.ts'
import { issuerId } from '#server/reputation/formula/issuers.ts'
import { formulaV1 } from '#server/reputation/formula/v1.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'

/** Issuers by what their weight is. Any field elements do for keys here; `stranger` is not in the table. */
export const issuerKeys = {
  full: { x: 1n, y: 2n },
  half: { x: 3n, y: 4n },
  more: { x: 5n, y: 6n },
  off: { x: 7n, y: 8n },
  stranger: { x: 9n, y: 10n },
} as const
export type IssuerName = keyof typeof issuerKeys
const idOf = (name: IssuerName) => issuerId(hasher, issuerKeys[name])
export const issuers: Record<IssuerName, bigint> = {
  full: idOf('full'),
  half: idOf('half'),
  more: idOf('more'),
  off: idOf('off'),
  stranger: idOf('stranger'),
}
export const issuerTable = [
  { issuer: issuers.full, weight: 100 },
  { issuer: issuers.half, weight: 50 },
  { issuer: issuers.more, weight: 150 },
  { issuer: issuers.off, weight: 0 },
]

export const formula = publishFormula(hasher, formulaV1, issuerTable)
const { epoch, seconds } = formulaV1.weeks
export const startOfWeek = (week: number) => epoch + week * seconds

/** A credential issued in the first second of a week; quest, family and project follow from the id unless they are said. */
export function credential(id: number, week: number, rest: Partial<ScoredCredential> = {}): ScoredCredential {
  const quest = rest.quest ?? 100 + id
  return {
    id,
    quest,
    family: quest,
    project: BigInt(1000 + id),
    issuer: issuers.full,
    category: 0,
    points: 100n,
    issuedAt: startOfWeek(week),
    expiresAt: null,
    revoked: false,
    ...rest,
  }
}

export type ScoreCase = { name: string; why: string; week: number; credentials: ScoredCredential[] }

const week = 120

export const scoreCases: ScoreCase[] = [
  { name: 'nothing', why: 'an empty sum is 0', week, credentials: [] },
  { name: 'of this week', why: 'not decayed: exactly its points', week, credentials: [credential(1, week, { points: 120n })] },
  { name: 'eight weeks old', why: '120 * 2^(-8/32) = 100.9, rounded down', week, credentials: [credential(1, week - 8, { points: 120n })] },
  { name: 'one half-life old', why: 'whole half-lives halve exactly', week, credentials: [credential(1, week - 32, { points: 120n })] },
  {
    name: 'weights',
    why: '0.5 and 1.5 of 101 points are 50.5 and 151.5, together 202: of two equal remainders the first category has the odd point',
    week: 128,
    credentials: [
      credential(1, 128, { issuer: issuers.half, points: 101n }),
      credential(2, 128, { issuer: issuers.more, points: 101n, category: 1 }),
    ],
  },
  {
    name: 'two alike',
    why: '50.5 each, together 101: of two equal remainders in one category the newer credential has the odd point',
    week,
    credentials: [1, 2].map((id) => credential(id, week, { issuer: issuers.half, points: 101n })),
  },
  {
    name: 'largest remainder within a category',
    why: 'rounded down they miss points, which go to those that lost most, ties to the newer',
    week,
    credentials: [3, 5, 5, 7, 11, 13].map((age, i) => credential(i + 1, week - age, { points: 37n + BigInt(i) })),
  },
  {
    name: 'cap per family',
    why: 'a quest that recurs weekly: the newest periods fill 500 points, the third counts in part',
    week,
    credentials: [0, 1, 2, 3].map((age) => credential(10 - age, week - age, { points: 200n, family: 7, project: 1n })),
  },
  {
    name: 'cap per project',
    why: '2,000 plain points, before weights: an issuer of weight 0.5 gives 1,000 at most',
    week,
    credentials: [0, 1, 2, 3, 4, 5].map((age) =>
      credential(10 - age, week - age, { points: 450n, project: 1n, issuer: issuers.half, category: age % 2 }),
    ),
  },
  {
    name: 'cap per category',
    why: '5,000 points after weights, over projects; other categories have their own',
    week,
    credentials: [
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((age) => credential(20 - age, week - age, { points: 500n, issuer: issuers.more, category: 2 })),
      credential(1, week, { points: 500n, category: 3 }),
    ],
  },
  {
    name: 'one project in two categories',
    why: 'the newest take the project’s room, whatever their category is; a full category does not give it back',
    week,
    credentials: [
      ...Array.from({ length: 10 }, (_, i) => credential(100 + i, week, { points: 500n, category: 0 })),
      ...[1, 2, 3, 4].map((age) => credential(50 - age, week - age, { points: 500n, project: 1n, category: 0 })),
      credential(10, week - 5, { points: 500n, project: 1n, category: 1 }),
    ],
  },
  {
    name: 'what counts nothing',
    why: 'every reason once, beside one that counts',
    week,
    credentials: [
      credential(1, week - 1),
      credential(2, week - 1, { revoked: true }),
      credential(3, week - 1, { expiresAt: startOfWeek(week) - 1 }),
      credential(4, week - 1, { expiresAt: startOfWeek(week + 1) - 2 }),
      credential(5, week + 1),
      credential(6, week - 1, { category: 6 }),
      credential(7, week - 1, { issuer: issuers.stranger }),
      credential(8, week - 1, { issuer: issuers.off }),
      credential(9, week - 2, { quest: 101, family: 101 }),
    ],
  },
  {
    name: 'valid to the last second of the week',
    why: 'counts this week, no later one: exactThrough is this week',
    week,
    credentials: [credential(1, week - 1, { expiresAt: startOfWeek(week + 1) - 1 })],
  },
  {
    name: 'one quest twice',
    why: 'the newest that counts by itself; a revoked one does not hide an older one',
    week,
    credentials: [
      credential(1, week - 9, { quest: 5, family: 5 }),
      credential(2, week - 6, { quest: 5, family: 5 }),
      credential(3, week - 3, { quest: 5, family: 5, revoked: true }),
      credential(4, week - 4, { quest: 6, family: 6 }),
      credential(5, week - 4, { quest: 6, family: 6 }),
    ],
  },
  {
    name: 'the same second',
    why: 'the higher id is the newer one',
    week,
    credentials: [1, 2, 3].map((id) => credential(id, week - 2, { points: 300n, family: 9, project: 1n })),
  },
  {
    name: 'the largest points',
    why: '2^32 - 1 points are cut to 500 by the first cap',
    week,
    credentials: [credential(1, week, { points: 2n ** 32n - 1n })],
  },
  {
    name: 'every category full in the last week',
    why: 'the widest numbers: mass and product stay below 2^85 and 2^116',
    week: 1023,
    credentials: Array.from({ length: 60 }, (_, i) => credential(i, 1023, { points: 500n, category: i % 6 })),
  },
  {
    name: 'from the first week to the last',
    why: '1023 weeks leave nothing of it',
    week: 1023,
    credentials: [credential(1, 0, { points: 500n })],
  },
  {
    name: 'sixty-four at once',
    why: 'as many as one proof takes',
    week: 200,
    credentials: Array.from({ length: 64 }, (_, i) => {
      const project = BigInt(i % 9)
      const issuer = issuers[(['full', 'half', 'more'] as const)[i % 3] ?? 'full']
      const family = i % 5 === 0 ? 500 + (i % 9) : 100 + i
      const rest = { project, issuer, family, category: (i * 7) % 6, points: BigInt(20 + ((i * 131) % 480)) }
      return credential(i, 200 - ((i * 37) % 150), rest)
    }),
  },
]
