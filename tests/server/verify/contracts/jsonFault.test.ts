import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '#server/verify/contracts/jsonFault.ts'

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a": [1, 2}', 1, 12, '}'],
    ['[\n  {"type": "function",}\n]', 2, 23, '}'],
    ['[1 2]', 1, 4, '2'],
    ["{'a': 1}", 1, 2, "'"],
    ['["a\nb"]', 1, 4, '\n'],
    ['["\\x"]', 1, 3, '\\'],
    ['[01]', 1, 3, '1'],
    ['[1.]', 1, 3, '.'],
    ['{"a" 1}', 1, 6, '1'],
    ['[1,', 1, 4, 'the end'],
    ['"abc', 1, 5, 'the end'],
    ['[] []', 1, 4, '['],
    ['<html>', 1, 1, '<'],
    ['', 1, 1, 'the end'],
  ])('%j: line %i, column %i', (text, line, column, found) => expect(jsonFault(text)).toEqual({ line, column, found }))

  it('says nothing of JSON, and something of everything else, as JSON.parse does', () => {
    const nearly = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', ']', '}', '"', '\\', '0', 'e', '\u202e', '\n', ':'))
      .map(([text, at, more]) => {
        const place = at % (text.length + 1)
        return `${text.slice(0, place)}${more}${text.slice(place + (at % 2))}`
      })
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearly, fc.string()), (text) => {
        expect(jsonFault(text) === null).toBe(isJson(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('walks a text that is nested without end', () => {
    expect(jsonFault('['.repeat(200_000))).toMatchObject({ column: 200_001, found: 'the end' })
    expect(jsonFault(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeNull()
  })
})
