import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNarrowed, kindNames, readTxFilters, stateNames, txsHref } from '#app/(public)/explorer/txs/_parts/txFilters.ts'
import { txFilters, txStates } from '#server/credentials/explorer/txViews.ts'

const view = fc.record({
  kind: fc.option(fc.constantFrom(...kindNames)),
  state: fc.option(fc.constantFrom(...stateNames)),
  batch: fc.option(fc.integer({ min: 0, max: 999_999_999 })),
  cursor: fc.option(fc.stringMatching(/^[A-Za-z0-9_.-]{1,80}$/)),
})

test('the address of a view gives the same view', () => {
  fc.assert(
    fc.property(view, (filters) => {
      const query = Object.fromEntries(new URL(txsHref(filters, { cursor: filters.cursor }), 'http://x').searchParams)
      expect(readTxFilters(query)).toEqual(filters)
    }),
  )
})

test('the form offers what the API takes, and all of it', () => {
  expect([...kindNames].sort()).toEqual([...txFilters].sort())
  expect([...stateNames].sort()).toEqual([...txStates].sort())
})

test('a change goes back to the first page', () => {
  const filters = readTxFilters({ kind: 'withdraw', batch: '7', cursor: 'abc' })
  expect(txsHref(filters, { state: 'final' })).toBe('/explorer/txs?kind=withdraw&state=final&batch=7')
  expect(txsHref(readTxFilters({}))).toBe('/explorer/txs')
})

test('what is no known value is left out', () => {
  const filters = readTxFilters({ kind: 'constructor', state: '<script>', batch: '1e3', cursor: ['', 'b'] })
  expect(filters).toEqual({ kind: null, state: null, batch: null, cursor: null })
  expect(isNarrowed(filters)).toBe(false)
  expect(isNarrowed({ ...filters, batch: 0 })).toBe(true)
})
