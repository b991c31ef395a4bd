import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountText, shortHex, valueText } from '#server/verify/kinds/wording.ts'

const usdc = { decimals: 6, symbol: 'USDC' }

describe('amounts in words', () => {
  it.each([
    [9_700_000n, usdc, '9.70 USDC'],
    [10_000_000n, usdc, '10 USDC'],
    [0n, usdc, '0 USDC'],
    [1n, usdc, '0.000001 USDC'],
    [1n, { decimals: 18, symbol: 'ETH' }, '0.000000000000000001 ETH'],
    [1_234_567_890_123n, usdc, '1,234,567.890123 USDC'],
    [-5_500_000n, usdc, '-5.50 USDC'],
    [10n ** 19n - 1n, { decimals: 18, symbol: 'ETH' }, '9.999999 ETH'],
    [3n, { decimals: 0, symbol: 'ART' }, '3 ART'],
    [12_345n, undefined, '12,345'],
  ] as const)('%s', (value, unit, text) => expect(amountText(value, unit)).toBe(text))

  it('never shows more than there is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), fc.integer({ min: 0, max: 36 }), (value, decimals) => {
        const [whole = '', fraction = ''] = (amountText(value, { decimals, symbol: 'X' }).split(' ')[0] ?? '')
          .replaceAll(',', '')
          .split('.')
        const shown =
          BigInt(whole) * 10n ** BigInt(decimals) + (BigInt(fraction || '0') * 10n ** BigInt(decimals)) / 10n ** BigInt(fraction.length)
        expect(shown <= value).toBe(true)
        if (value > 0n) expect(shown > 0n).toBe(true)
      }),
    )
  })

  it('shortens addresses and text, and keeps the letters of base58', () => {
    expect(shortHex('0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913')).toBe('0x8335…2913')
    expect(shortHex('7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV')).toBe('7EcDhS…FLtV')
    expect(valueText('hello')).toBe('“hello”')
    expect(valueText(true)).toBe('true')
  })
})
