import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories } from '#app/_ui/credential/mineral.ts'
import { filtersHref, isNarrowed, readFilters } from '#app/(public)/quests/_parts/filters.ts'

const filters = fc.record({
  q: fc.string({ maxLength: 60 }).map((text) => text.trim()),
  category: fc.option(fc.constantFrom(...categories)),
  difficulty: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  chain: fc.option(fc.constantFrom('eip155:1', 'solana:localnet')),
  cursor: fc.constant(null),
})

test('the address of a view gives the same view', () => {
  fc.assert(
    fc.property(filters, (view) => {
      const query = Object.fromEntries(new URL(filtersHref(view, {}), 'http://x').searchParams)
      expect(readFilters(query)).toEqual(view)
    }),
  )
})

test('a change goes back to the first page', () => {
  const view = readFilters({ category: 'defi', cursor: 'abc' })
  expect(filtersHref(view, { difficulty: 2 })).toBe('/quests?category=defi&difficulty=2')
})

test('what is no known value is left out', () => {
  const view = readFilters({ category: 'constructor', difficulty: '9', chain: '<script>', q: ['a', 'b'] })
  expect(view).toEqual({ q: 'a', category: null, difficulty: null, chain: null, cursor: null })
  expect(isNarrowed(readFilters({}))).toBe(false)
})
