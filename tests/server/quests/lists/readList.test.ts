import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '#server/quests/lists/readCsv.ts'
import { type ListBy, readList } from '#server/quests/lists/readList.ts'

const a = `0x${'a1'.repeat(20)}`
const checksummed = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'
const solana = '9aE476sH92Vz7DMPyq5WLPkrKWivxeuTKEFKd2sZZcde'
const refusal = (text: string, by: ListBy = 'evm') => {
  try {
    readList(text, by)
    return null
  } catch (error) {
    const { code, meta } = error as { code: string; meta: { field: string } }
    return code === 'list.malformed' ? meta.field : code
  }
}

describe('CSV', () => {
  it('is read back as it was written, whatever is in it', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '\r\n', '雪') })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const text = rows.map((row) => row.map(quoted).join(',')).join(end)
          expect(readCsv(text).map(({ fields }) => fields)).toEqual(rows)
          expect(readCsv(`\uFEFF${text}${end}`).map(({ fields }) => fields)).toEqual(rows)
        },
      ),
    )
  })

  it('never loops and names the line, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r') }), (text) => {
        try {
          for (const { line } of readCsv(text)) expect(line).toBeLessThanOrEqual(text.split('\n').length)
        } catch (error) {
          expect(error).toMatchObject({ code: 'list.malformed' })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('counts lines as an editor does', () => {
    expect(readCsv('a,b\n\n"x\ny",1\nz,2\n').map(({ line }) => line)).toEqual([1, 3, 5])
  })
})

describe('a list', () => {
  it('has its keys in one spelling, in order, each once', () => {
    const list = readList(
      `wallet,tier\n${checksummed},gold\n${a.toUpperCase().replace('0X', '0x')}, tin \n${checksummed.toLowerCase()},late\n`,
      'evm',
    )
    expect(list.rows).toEqual([
      { value: a, columns: { tier: 'tin' } },
      { value: checksummed.toLowerCase(), columns: { tier: 'gold' } },
    ])
    expect(list).toMatchObject({ columns: ['tier'], duplicates: 1 })
    expect(readList(`wallet\neip155:1:${a}\n`, 'evm').rows[0]?.value).toBe(a)
    expect(readList(`wallet\n${solana}\n`, 'solana').rows[0]?.value).toBe(solana)
    expect(readList('who\n@Alice\nbob-1\n', 'handle').rows.map(({ value }) => value)).toEqual(['alice', 'bob-1'])
  })

  it('has one digest for the same rows in any order, and another for any other', () => {
    const one = readList(`w,t\n${a},1\n${checksummed},2\n`, 'evm').digest
    expect(readList(`w,t\r\n${checksummed.toLowerCase()},2\r\n${a},1`, 'evm').digest).toBe(one)
    expect(readList(`w,t\n${a},1\n${checksummed},3\n`, 'evm').digest).not.toBe(one)
    expect(readList(`w,u\n${a},1\n${checksummed},2\n`, 'evm').digest).not.toBe(one)
  })

  it.each([
    ['', 'line 1, column 1'],
    ['wallet\n', 'line 2, column 1'],
    ['wallet\nalice\n', 'line 2, column 1'],
    [`wallet\n\n${checksummed.replace('fB', 'Fb')}\n`, 'line 3, column 1'],
    [`wallet,tier\n${a}\n`, 'line 2, column 1'],
    [`wallet,tier\n${a},1,2\n`, 'line 2, column 3'],
    [`wallet,wallet\n${a},1\n`, 'line 1, column 2'],
    [`wallet,a.b\n${a},1\n`, 'line 1, column 2'],
    [`wallet,"x\n${a},1\n`, 'line 1, column 2'],
    [`wallet,x\n${a},"1"2\n`, 'line 2, column 2'],
    [`wallet,x\n${a},${'y'.repeat(501)}\n`, 'line 2, column 2'],
    [`wallet\n${a}\n`.repeat(1) + `${a}\n`.repeat(100_000), 'line 100002, column 1'],
  ])('%# is refused by its place', (text, field) => expect(refusal(text)).toBe(field))

  it('of 100,000 rows is read', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `0x${i.toString(16).padStart(40, '0')},${i}`)
    expect(readList(`wallet,points\n${rows.join('\n')}\n`, 'evm').rows).toHaveLength(100_000)
  }, 60_000)
})
