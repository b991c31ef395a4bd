import { describe, expect, it } from 'vitest'
import table from '#tests/vectors/bad-inputs.json' with { type: 'json' }

/**
 * Runs the table's rows of one test file. A row without a case fails, and so does a case without a row.
 * A case answers an HTTP status, something that has one, or what became of the input in a word.
 * `lastCode`: why the last refusal was; compared where the row names a code.
 */
export function runBadInputs(file: string, cases: Record<string, () => unknown>, lastCode?: () => unknown) {
  const rows = table.rows.filter(({ test }) => test === file)
  describe('bad input', () => {
    it('has a case for each row, and a row for each case', () => {
      expect(Object.keys(cases).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
    })
    it.each(rows)('$id: $input', async (row) => {
      const answer = await cases[row.id]?.()
      expect(answer !== null && typeof answer === 'object' && 'status' in answer ? answer.status : answer).toBe(row.status)
      if ('code' in row && lastCode) expect(lastCode()).toBe(row.code)
    })
  })
}
