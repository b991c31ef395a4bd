import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress } from '#app/_client/money/address.ts'
import { readAmount, sayAmount, writeAmount } from '#app/_client/money/amounts.ts'

describe('amounts', () => {
  it('are read as they were written, for any amount and token', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: (1n << 96n) - 1n }), fc.integer({ min: 0, max: 30 }), (amount, decimals) => {
        expect(readAmount(writeAmount(amount, decimals), decimals, null)).toEqual({ amount })
      }),
    )
  })

  it.each([
    ['1', 10n ** 18n],
    ['0.5', 5n * 10n ** 17n],
    ['0,5', 5n * 10n ** 17n],
    [' 1.50 ', 15n * 10n ** 17n],
    ['000.000000000000000001', 1n],
    ['1.0000000000000000000000', 10n ** 18n],
  ])('%j is %s', (text, amount) => {
    expect(readAmount(text, 18, null)).toEqual({ amount })
  })

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['0', 'zero'],
    ['0.000', 'zero'],
    ['-1', 'shape'],
    ['+1', 'shape'],
    ['1e3', 'shape'],
    ['0x10', 'shape'],
    ['1 000', 'shape'],
    ['1,000.5', 'shape'],
    ['1.000.5', 'shape'],
    ['.5', 'shape'],
    ['1.', 'shape'],
    ['１', 'shape'],
    ['NaN', 'shape'],
    ['0.0000000000000000001', 'fraction'],
    ['79228162514.264337593543950336', 'tooLarge'],
    ['9'.repeat(40), 'tooLarge'],
    ['2.000000000000000001', 'overBalance'],
  ])('%j is refused: %s', (text, error) => {
    expect(readAmount(text, 18, 2n * 10n ** 18n)).toEqual({ error })
  })

  it('takes the largest that the slot holds', () => {
    expect(readAmount('79228162514.264337593543950335', 18, null)).toEqual({ amount: (1n << 96n) - 1n })
  })

  it('are said rounded down, never as more than there is', () => {
    expect(sayAmount(1_234_567_899_999_999_999_999n, 18, 'en')).toBe('1,234.567899')
    expect(sayAmount(10n ** 16n, 18, 'en')).toBe('0.01')
    expect(sayAmount(1n, 18, 'en')).toBe('< 0.000001')
    expect(sayAmount(0n, 18, 'en')).toBe('0')
    expect(sayAmount(79_228_162_514_264_337_593_543_950_335n, 18, 'en')).toBe('79,228,162,514.264337')
  })
})

describe('addresses', () => {
  const right = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
  it('are taken with a right checksum or in one case', () => {
    for (const text of [right, right.toLowerCase(), `0x${right.slice(2).toUpperCase()}`, ` ${right} `])
      expect(readAddress(text, [])).toEqual({ address: right })
  })

  it.each([
    ['', 'empty'],
    ['0x12', 'shape'],
    [right.slice(2), 'shape'],
    [`${right}0`, 'shape'],
    ['vitalik.eth', 'shape'],
    ['7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV', 'shape'],
    [right.replace('d01', 'D01'), 'checksum'],
    [`0x${'0'.repeat(40)}`, 'zero'],
  ])('%j is refused: %s', (text, error) => {
    expect(readAddress(text, [])).toEqual({ error })
  })

  it('of the slot’s own contracts are refused', () => {
    expect(readAddress(right, [right.toLowerCase()])).toEqual({ error: 'contract' })
  })
})
