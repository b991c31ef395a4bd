import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories } from '#app/_ui/credential/mineral.ts'
import { type Board, boardQuery, periods, readBoard } from '#app/(public)/leaderboard/_parts/board.ts'
import { placeHref, readPlace } from '#app/(public)/people/[handle]/_parts/query.ts'
import { periodKinds } from '#server/reputation/xp/periods.ts'

const facet = fc.oneof(
  fc.constant({ category: null, space: null }),
  fc.constantFrom(...categories).map((category) => ({ category, space: null })),
  fc.constantFrom('cairn', 'm-1', 'a').map((space) => ({ category: null, space })),
)
const board = fc.tuple(fc.constantFrom(...periods), facet).map(([period, of]): Board => ({ period, ...of, cursor: null }))
const queryOf = (text: string) => Object.fromEntries(new URL(text, 'http://x').searchParams)

test('the periods of the page are those of the boards', () => {
  expect(periods).toEqual(periodKinds)
})

test('the address of a leaderboard names the same leaderboard', () => {
  fc.assert(
    fc.property(board, (view) => {
      expect(readBoard(queryOf(`/leaderboard${boardQuery(view, {})}`))).toEqual(view)
    }),
  )
})

test('a change goes back to the top', () => {
  const view = readBoard({ category: 'defi', cursor: 'abc' })
  expect(boardQuery(view, { period: 'week' })).toBe('?period=week&category=defi')
  expect(boardQuery(view, { cursor: 'abc' })).toBe('?category=defi&cursor=abc')
})

test('what names no leaderboard is left out', () => {
  const view = readBoard({ period: 'constructor', category: '<script>', space: '../x', cursor: ['', 'b'] })
  expect(view).toEqual({ period: 'all', category: null, space: null, cursor: null })
  expect(readBoard({ category: 'defi', space: 'cairn' })).toMatchObject({ category: 'defi', space: null })
})

test('a place on a profile is kept in its address', () => {
  const place = fc.record({ sum: fc.nat(999_999), before: fc.option(fc.stringMatching(/^[\w.-]{1,40}$/)) })
  fc.assert(
    fc.property(place, (at) => {
      expect(readPlace(queryOf(placeHref('/people/x', at, 'score')))).toEqual(at)
    }),
  )
  for (const sum of ['-1', '1.5', '01', '1e3', 'x', '9999999']) expect(readPlace({ sum }).sum).toBe(0)
})
