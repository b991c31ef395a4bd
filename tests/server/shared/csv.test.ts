import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '#server/quests/lists/readCsv.ts'
import { type Cell, writeCsv } from '#server/shared/csv.ts'

async function written(header: readonly string[], rows: readonly (readonly Cell[])[]): Promise<string> {
  const source = (async function* () {
    yield* rows
  })()
  const lines: string[] = []
  for await (const line of writeCsv(header, source)) lines.push(line)
  return lines.join('')
}

describe('CSV', () => {
  it('is read back as it was written', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '積', '"', ',', '\n', '\r\n', ' ', "'", 'z') }).map((tail) => `x${tail}`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.nat(), fc.boolean()), { maxLength: 8 }), async (rows) => {
        const read = readCsv(await written(['a', 'b', 'c'], rows)).map(({ fields }) => fields)
        expect(read).toEqual([['a', 'b', 'c'], ...rows.map((row) => row.map(String))])
      }),
    )
  })

  it('holds no formula', async () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://evil.example")']
    const file = await written(['title'], [...hostile.map((title) => [title]), [-5], [null]])
    const cells = readCsv(file).map(({ fields: [cell] }) => cell)
    expect(cells.slice(1, 1 + hostile.length)).toEqual(hostile.map((title) => `'${title}`))
    expect(cells.at(1 + hostile.length)).toBe('-5')
  })
})
