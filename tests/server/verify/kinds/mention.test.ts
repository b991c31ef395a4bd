import fc from 'fast-check'
import { bytesToHex, stringToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { mentions } from '#server/verify/kinds/mention.ts'

const bytes = (length: { minLength?: number; maxLength: number }) => fc.uint8Array(length).map((some) => bytesToHex(some).slice(2))
const wallet = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((some) => bytesToHex(some))

describe('mentions of an address', () => {
  it('are found as bytes and as text of any case, wherever they stand', () => {
    fc.assert(
      fc.property(wallet, bytes({ maxLength: 40 }), bytes({ maxLength: 40 }), fc.boolean(), (address, before, after, upper) => {
        const written = stringToHex(upper ? address.slice(2).toUpperCase() : address.slice(2)).slice(2)
        expect(mentions({ topics: [], data: `0x${before}${address.slice(2)}${after}` }, address)).toBe(true)
        expect(mentions({ topics: [`0x${before}${address.slice(2)}`], data: '0x' }, address)).toBe(true)
        expect(mentions({ topics: [], data: `0x${before}${written}${after}` }, address)).toBe(true)
      }),
    )
  })

  it('are not found on half a byte, cut short, or of another', () => {
    const address = `0x${'a1'.repeat(20)}`
    expect(mentions({ topics: [], data: `0x0${address.slice(2)}0` }, `0x${'1a'.repeat(20)}`)).toBe(false)
    expect(mentions({ topics: [], data: address.slice(0, 40) }, address)).toBe(false)
    expect(mentions({ topics: [`0x${'b1'.repeat(32)}`], data: stringToHex('b1'.repeat(20)) }, address)).toBe(false)
  })
})
