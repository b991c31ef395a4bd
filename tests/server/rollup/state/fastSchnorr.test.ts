import fc from 'fast-check'
import { expect, test } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, endomorphism, generator, Q, sign, verify } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { type SignatureCheck, verify as verifyFast, verifyMany } from '#server/rollup/state/fastSchnorr.ts'
import { toyHasher } from '#tests/support/slotFixture.ts'

const scalar = fc.oneof(fc.bigInt({ min: 1n, max: Q - 1n }), fc.constantFrom(1n, 2n, 3n, 16n, 17n, Q - 1n, Q - 2n))
/** Digits and halves of the endomorphism have their edges here. */
const word = fc.oneof(
  fc.bigInt({ min: 0n, max: P - 1n }),
  fc.constantFrom(0n, 1n, 2n, 15n, 16n, 31n, 32n, (1n << 127n) - 1n, 1n << 128n, P - 1n),
)
const plainly = ({ key, message, signature }: SignatureCheck) => verify(hasher, key, message, signature)

test('signatures hold, and nothing else does, as the plain engine says', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(scalar, word, word), { minLength: 1, maxLength: 5 }), (many) => {
      const checks = many.flatMap(([sk, message, other]) => {
        const key = derivePublicKey(sk)
        const signature = sign(fastHasher, sk, message)
        const wrong = [
          { ...signature, s: other },
          { ...signature, e: other },
          { s: other, e: other },
        ]
        const negative = { x: key.x, y: P - key.y }
        return [
          ...[
            { key, message, signature },
            { key, message: other, signature },
            { key: negative, message, signature },
          ],
          ...wrong.map((of) => ({ key, message, signature: of })),
        ]
      })
      const answers = verifyMany(fastHasher, checks)
      expect(answers).toEqual(checks.map(plainly))
      expect(answers.filter((_, i) => i % 6 === 0)).not.toContain(false)
    }),
    { numRuns: 25 },
  )
})

test('R is the right point: the plain engine finds the same for any s and e', () => {
  fc.assert(
    fc.property(scalar, word, word, (sk, s, e) => {
      const key = derivePublicKey(sk)
      const seen: bigint[] = []
      /** Notes x of R, which is all that the two engines compute in their own ways. */
      const hash = (_tag: bigint | number, [x = 0n]: readonly bigint[]) => {
        seen.push(x)
        return x
      }
      const watch = { ...toyHasher, hash }
      expect(verifyFast(watch, key, 1n, { s, e })).toBe(verify(watch, key, 1n, { s, e }))
      expect(seen.length % 2).toBe(0)
      expect(seen[0]).toBe(seen[1])
    }),
    { numRuns: 60 },
  )
})

test('signatures made to meet an exception of the addition law are judged by the plain engine', () => {
  const keys = [generator, { x: generator.x, y: P - generator.y }, derivePublicKey(2n), derivePublicKey(Q - 2n)]
  const lambdaKey = { x: (generator.x * endomorphism.beta) % P, y: generator.y }
  for (const key of [...keys, lambdaKey])
    for (const s of [0n, 1n, 2n, 3n, 255n, 256n, P - 1n])
      for (const e of [0n, 1n, 2n, 3n, 4n, 8n, P - 1n]) {
        const check = { key, message: 5n, signature: { s, e } }
        expect(verifyMany(hasher, [check, check])).toEqual([plainly(check), plainly(check)])
      }
})

test('what is not canonical is refused beside what is good, and a batch may be of any length', () => {
  const key = derivePublicKey(99n)
  const good = { key, message: 5n, signature: sign(fastHasher, 99n, 5n) }
  const bad = [
    { ...good, key: { x: 0n, y: 0n } },
    { ...good, key: { x: key.x + P, y: key.y } },
    { ...good, message: 5n + P },
    { ...good, signature: { ...good.signature, s: good.signature.s + Q } },
    { ...good, signature: { ...good.signature, e: -1n } },
  ]
  const checks = Array.from({ length: 150 }, (_, i) => (i % 3 === 0 ? (bad[i % bad.length] ?? good) : good))
  expect(verifyMany(fastHasher, checks)).toEqual(checks.map((_, i) => i % 3 !== 0))
  expect(verifyMany(fastHasher, [])).toEqual([])
})
