import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSealer } from '#server/auth/sealing.ts'

const sealer = createSealer(`0x${'01'.repeat(32)}`)

describe('sealing', () => {
  it('opens what it sealed, in its place, with its key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => {
        const sealed = sealer.seal(text, context)
        expect(sealer.open(sealed, context)).toBe(text)
        expect(() => sealer.open(sealed, `${context}x`)).toThrow()
        expect(() => createSealer(`0x${'02'.repeat(32)}`).open(sealed, context)).toThrow()
      }),
    )
  })

  it('never seals twice alike, and opens nothing that was changed', () => {
    const sealed = sealer.seal('token', 'place')
    expect(sealer.seal('token', 'place')).not.toBe(sealed)
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '.', '0'), (at, letter) => {
        const changed = `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`
        // The last letter holds bits that no byte needs.
        if (changed !== sealed && at < sealed.length - 1) expect(() => sealer.open(changed, 'place')).toThrow()
      }),
    )
    for (const broken of ['', '1.', '2.abc', 'x']) expect(() => sealer.open(broken, 'place')).toThrow(/does not open/)
  })
})
