import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKeyText, keyBytes, keyHash, shownPrefix, writeKey } from '#server/spaces/keys/keyText.ts'

const bytes = fc.uint8Array({ minLength: keyBytes, maxLength: keyBytes })
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

describe('the text of a key', () => {
  it('is a mark, 32 bytes and a checksum, always as long', () => {
    expect(writeKey(new Uint8Array(32))).toMatch(/^cairn_key_0{43}[0-9A-Za-z]{6}$/)
    fc.assert(
      fc.property(bytes, (random) => {
        const key = writeKey(random)
        expect(key).toMatch(/^cairn_key_[0-9A-Za-z]{49}$/)
        expect(isKeyText(key)).toBe(true)
        expect(shownPrefix(key)).toBe(key.slice(0, 16))
      }),
    )
  })

  it('holds all of its bytes: two that differ in one are two keys', () => {
    fc.assert(
      fc.property(bytes, fc.nat(keyBytes - 1), fc.integer({ min: 1, max: 255 }), (random, at, change) => {
        const other = random.map((byte, i) => (i === at ? byte ^ change : byte))
        expect(writeKey(other)).not.toBe(writeKey(random))
        expect(keyHash(writeKey(other))).not.toBe(keyHash(writeKey(random)))
      }),
    )
  })

  it('is told from one with another letter, two letters changed over, or a cut', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 10, max: 58 }), fc.constantFrom(...letters), (random, at, letter) => {
        const key = writeKey(random)
        if (key[at] !== letter) expect(isKeyText(key.slice(0, at) + letter + key.slice(at + 1))).toBe(false)
        const turned = key.slice(0, at - 1) + key[at] + key[at - 1] + key.slice(at + 1)
        if (turned !== key) expect(isKeyText(turned)).toBe(false)
        for (const wrong of [key.slice(0, at), `${key} `, `${key}0`, ` ${key}`, key.toUpperCase(), '']) expect(isKeyText(wrong)).toBe(false)
      }),
    )
  })
})
