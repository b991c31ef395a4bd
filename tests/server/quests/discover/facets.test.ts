import { expect, it } from 'vitest'
import { toFacets } from '#server/quests/discover/readFacets.ts'

it('adds minutes up to each step and leaves out what nothing fits', () => {
  const row = (name: 'minutes' | 'category' | 'all', value: string, count: number) => ({ name, value, count })
  const facets = toFacets([
    row('minutes', '10', 2),
    row('minutes', '60', 1),
    row('minutes', '90', 4),
    row('category', 'defi', 3),
    row('all', '', 7),
  ])
  expect(facets.minutes).toEqual({ '15': 2, '60': 3 })
  expect(facets.category).toEqual({ defi: 3 })
  expect(facets.all).toBe(7)
  expect(toFacets([])).toMatchObject({ all: 0, minutes: {}, state: {} })
})
