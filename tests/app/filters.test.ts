import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { categories } from '#app/_ui/credential/mineral.ts'
import {
  type Filters,
  filtersHref,
  minuteChoices,
  narrowed,
  readFilters,
  sortChoices,
  sortOf,
  stateChoices,
  toQuery,
  without,
} from '#app/(public)/quests/_parts/filters.ts'
import { filterFields, sort } from '#server/api/questFilter.ts'

const filters: fc.Arbitrary<Filters> = fc.record({
  q: fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim()),
  category: fc.option(fc.constantFrom(...categories)),
  difficulty: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  minutes: fc.option(fc.constantFrom(...minuteChoices)),
  chain: fc.option(fc.constantFrom('eip155:1', 'solana:localnet', 'none')),
  reward: fc.option(fc.constant('paid' as const)),
  state: fc.option(fc.constantFrom(...stateChoices)),
  sort: fc.option(fc.constantFrom(...sortChoices)),
  cursor: fc.constant(null),
})

const read = (href: string) => readFilters(Object.fromEntries(new URL(href, 'http://x').searchParams))

test('the address of a view gives the same view', () => {
  fc.assert(
    fc.property(filters, (view) => {
      expect(read(filtersHref(view, {}))).toEqual(view)
    }),
  )
})

test('taking one filter away leaves the others, the order and the first page', () => {
  fc.assert(
    fc.property(filters, (view) => {
      for (const name of narrowed(view)) expect(read(without(view, name))).toEqual({ ...view, [name]: name === 'q' ? '' : null })
    }),
  )
})

test('whatever is in an address, the API takes what is read from it', () => {
  const text = fc.oneof(
    fc.array(fc.nat(0xffff), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom('1', '5', 'defi', 'paid', 'started', 'newest', 'none', 'eip155:1'),
  )
  const names = ['q', 'category', 'difficulty', 'minutes', 'chain', 'reward', 'state', 'sort'] as const
  const query = fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { maxLength: 2 })))
  const schema = z.strictObject({ cursor: z.null(), sort, ...filterFields })
  fc.assert(
    fc.property(query, (asked) => {
      expect(schema.safeParse(toQuery(readFilters(asked))).error).toBeUndefined()
    }),
  )
})

test('a change goes back to the first page', () => {
  const view = readFilters({ category: 'defi', cursor: 'abc' })
  expect(filtersHref(view, { difficulty: 2 })).toBe('/quests?category=defi&difficulty=2')
})

test('words are sorted by how well they fit, unless another order is chosen', () => {
  expect(sortOf(readFilters({ q: 'swap' }))).toBe('match')
  expect(sortOf(readFilters({ q: 'swap', sort: 'reward' }))).toBe('reward')
  expect(sortOf(readFilters({}))).toBe('for-you')
})

test('what is no known value is left out', () => {
  const view = readFilters({
    category: 'constructor',
    difficulty: '9',
    chain: '<script>',
    minutes: '7',
    state: 'mine',
    sort: 'random()',
    q: ['a', 'b'],
  })
  const nothing = { category: null, difficulty: null, minutes: null, chain: null, reward: null, state: null, sort: null, cursor: null }
  expect(view).toEqual({ q: 'a', ...nothing })
  expect(narrowed(readFilters({}))).toEqual([])
})
