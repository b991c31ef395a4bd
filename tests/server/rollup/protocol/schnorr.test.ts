import fc from 'fast-check'
import { expect, test } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, isOnCurve, Q, sign, signingKeyFrom, verify } from '#server/rollup/protocol/schnorr.ts'
import { barretenberg } from './barretenberg.ts'

const scalar = fc.bigInt({ min: 1n, max: Q - 1n })
const element = fc.bigInt({ min: 0n, max: P - 1n })

test('public keys are the ones of bb', async () => {
  const bb = await barretenberg()
  const generator = derivePublicKey(1n)
  for (const sk of [2n, 3n, 12345678901234567890n, Q - 1n]) expect(derivePublicKey(sk)).toEqual(bb.multiply(generator, sk))
})

test('a signature holds for its key and message only', () => {
  fc.assert(
    fc.property(scalar, element, element, (sk, m, other) => {
      const pk = derivePublicKey(sk)
      const signature = sign(hasher, sk, m)
      expect(sign(hasher, sk, m)).toEqual(signature)
      expect(verify(hasher, pk, m, signature)).toBe(true)
      if (other !== m) expect(verify(hasher, pk, other, signature)).toBe(false)
      expect(verify(hasher, pk, m, { ...signature, s: signature.s ^ 1n })).toBe(false)
      expect(verify(hasher, pk, m, { ...signature, e: signature.e ^ 1n })).toBe(false)
      expect(verify(hasher, { x: pk.x, y: P - pk.y }, m, signature)).toBe(false)
    }),
    { numRuns: 5 },
  )
})

test('values that are not canonical are refused', () => {
  const sk = signingKeyFrom(new Uint8Array(32).fill(7))
  const pk = derivePublicKey(sk)
  const { s, e } = sign(hasher, sk, 5n)
  expect(verify(hasher, pk, 5n, { s: s + Q, e })).toBe(false)
  expect(verify(hasher, pk, 5n, { s, e: e + P })).toBe(false)
  expect(verify(hasher, pk, 5n + P, { s, e })).toBe(false)
  expect(verify(hasher, { x: pk.x + P, y: pk.y }, 5n, { s, e })).toBe(false)
  expect(verify(hasher, { x: 0n, y: 0n }, 5n, { s, e })).toBe(false)
  expect(verify(hasher, pk, 5n, { s: -1n, e })).toBe(false)
})

test('points off the curve and keys out of range are told', () => {
  const pk = derivePublicKey(9n)
  expect(isOnCurve(pk)).toBe(true)
  expect(isOnCurve({ x: pk.x, y: pk.y + 1n })).toBe(false)
  expect(isOnCurve({ x: 0n, y: 0n })).toBe(false)
  for (const sk of [0n, -1n, Q]) expect(() => derivePublicKey(sk)).toThrow('out of range')
})
