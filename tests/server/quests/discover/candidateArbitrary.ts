import fc from 'fast-check'
import { categories } from '#server/quests/definition.ts'
import type { Candidate, Taste } from '#server/quests/discover/forYou.ts'

const chains = ['eip155:1', 'eip155:10', 'solana:localnet'] as const
const title = { en: 'Path', ja: '道' }

/** Quests as ranking sees them, no two with one id. */
export const candidates = fc
  .array(
    fc.record({
      space: fc.constantFrom('one', 'two', 'three'),
      ready: fc.boolean(),
      opensAt: fc.integer({ min: 0, max: 50 }).map((day) => new Date(day * 86_400_000)),
      supply: fc.integer({ min: 1, max: 100 }),
      left: fc.integer({ min: 0, max: 100 }),
      paid: fc.boolean(),
      caution: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      featured: fc.integer({ min: 0, max: 9 }).map((one) => (one < 3 ? one : null)),
      category: fc.constantFrom(...categories),
      difficulty: fc.constantFrom(1, 2, 3),
      minutes: fc.integer({ min: 1, max: 600 }),
      points: fc.integer({ min: 0, max: 500 }),
      steps: fc.integer({ min: 1, max: 6 }),
      chains: fc.uniqueArray(fc.constantFrom(...chains), { maxLength: 3 }),
      recent: fc.integer({ min: 0, max: 40 }),
      begun: fc.boolean(),
      done: fc.boolean(),
      passed: fc.integer({ min: 0, max: 6 }),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(
      (row, i): Candidate => ({
        ...row,
        id: `quest-${String(i).padStart(2, '0')}`,
        passed: Math.min(row.passed, row.steps),
        left: Math.min(row.left, row.supply),
      }),
    ),
  )

export const tastes: fc.Arbitrary<Taste> = fc.record({
  cubes: fc.dictionary(fc.constantFrom(...categories), fc.integer({ min: 1, max: 9 })),
  chains: fc.uniqueArray(fc.constantFrom(...chains)).map((ids) => new Set<string>(ids)),
  namespaces: fc.option(fc.uniqueArray(fc.constantFrom('eip155', 'solana')).map((names) => new Set<string>(names))),
  next: fc
    .uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 4 })
    .map((places) => new Map(places.map((i) => [`quest-${String(i).padStart(2, '0')}`, { slug: 'path', title }]))),
})
