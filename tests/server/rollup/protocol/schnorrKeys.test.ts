import { expect, it } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { derivePublicKey, sign, verify } from '#server/rollup/protocol/schnorr.ts'
import { toyHasher } from '#tests/support/slotFixture.ts'

it('answers the same however often a key was used, and tells a key from its negative', () => {
  const pk = derivePublicKey(77n)
  const negative = { x: pk.x, y: P - pk.y }
  const signature = sign(toyHasher, 77n, 5n)
  for (let check = 0; check < 8; check++) {
    expect(verify(toyHasher, pk, 5n, signature)).toBe(true)
    expect(verify(toyHasher, pk, 6n, signature)).toBe(false)
    expect(verify(toyHasher, negative, 5n, signature)).toBe(false)
    expect(verify(toyHasher, pk, 5n, { s: 0n, e: 0n })).toBe(false)
  }
})

it('forgets keys that were not used for long', () => {
  for (let sk = 1n; sk <= 70n; sk++) expect(verify(toyHasher, derivePublicKey(sk), sk, sign(toyHasher, sk, sk))).toBe(true)
  expect(verify(toyHasher, derivePublicKey(1n), 1n, sign(toyHasher, 1n, 1n))).toBe(true)
})
