import { hkdfSync } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { type Hex, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, isOnCurve, Q } from '#server/rollup/protocol/schnorr.ts'
import { canonicalEvmSignature, identityOf, spendKeyFrom, spendKeyText, spendKeyTypedData } from '#server/rollup/protocol/spendKey.ts'

const N = secp256k1.Point.Fn.ORDER
const place = { chainId: 31_338, rollup: `0x${'5A'.repeat(20)}` as Hex, keyNumber: 0 }
const account = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')

/** Every way in which wallets write one signature: v as 0/1 or 27/28, s low or high with v turned. */
function forms(signature: Hex): Hex[] {
  const [r, s, v] = [signature.slice(2, 66), BigInt(`0x${signature.slice(66, 130)}`), Number(`0x${signature.slice(130)}`) - 27]
  const write = (scalar: bigint, last: number) =>
    `0x${r}${scalar.toString(16).padStart(64, '0')}${last.toString(16).padStart(2, '0')}` as Hex
  return [write(s, v + 27), write(s, v), write(N - s, 28 - v), write(N - s, 1 - v)]
}

describe('spend keys', () => {
  it('come out as the vectors say', async () => {
    const signature = await account.signTypedData(spendKeyTypedData(place))
    const evm = spendKeyFrom(canonicalEvmSignature(signature) ?? new Uint8Array())
    const solana = spendKeyFrom(ed25519.sign(utf8ToBytes(spendKeyText(place)), new Uint8Array(32).fill(7)))
    // RFC 5869 by another implementation.
    const other = hkdfSync('sha512', canonicalEvmSignature(signature) ?? '', 'cairn', 'spend key', 64)
    expect(evm.secret).toBe(BigInt(toHex(new Uint8Array(other))) % Q)
    expect([evm, solana].map(({ secret, identitySecret }) => [toHex(secret), toHex(identitySecret)])).toMatchInlineSnapshot(`
      [
        [
          "0x16196c85e035eb2228812107412c9c7f554175f4d5f5b5f5f4272b4e93ab480a",
          "0xa073574d5cff05c242152fe9eddd8cb4a4a436daabe374b95238a410a0e3f1f",
        ],
        [
          "0x1e1d74a13cd8ccf955ace4b20adfa8a2cf6e7907badf189df9cc34d08185fe29",
          "0x178a7b4ce5ea535c2d8846dac2cdc6d36272b89b9d1456f4e6540723dec78c96",
        ],
      ]
    `)
  })

  it('are one for every form of one signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 ** 31 }), fc.constant(null).map(generatePrivateKey), async (keyNumber, key) => {
        const signature = await privateKeyToAccount(key).signTypedData(spendKeyTypedData({ ...place, keyNumber }))
        const keys = forms(signature).map((form) => spendKeyFrom(canonicalEvmSignature(form) ?? new Uint8Array()))
        expect(new Set(keys.map(({ secret }) => secret)).size).toBe(1)
        expect(canonicalEvmSignature(signature)).toEqual(canonicalEvmSignature(toHex(canonicalEvmSignature(signature) ?? new Uint8Array())))
      }),
      { numRuns: 25 },
    )
  })

  it('are keys of the curve, with an identity, for any signature', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 65 }), (signature) => {
        const { secret, identitySecret } = spendKeyFrom(signature)
        expect(secret > 0n && secret < Q && identitySecret > 0n && identitySecret < P).toBe(true)
        expect(isOnCurve(derivePublicKey(secret))).toBe(true)
        expect(identityOf(hasher, identitySecret)).toBeGreaterThan(0n)
      }),
      { numRuns: 30 },
    )
  })

  it('differ by chain, slot and number', async () => {
    const others = [place, { ...place, chainId: 1 }, { ...place, rollup: `0x${'5B'.repeat(20)}` as Hex }, { ...place, keyNumber: 1 }]
    const keys = await Promise.all(
      others.map(async (other) =>
        spendKeyFrom(canonicalEvmSignature(await account.signTypedData(spendKeyTypedData(other))) ?? new Uint8Array()),
      ),
    )
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(others.length)
    expect(new Set(others.map(spendKeyText)).size).toBe(others.length)
  })

  it('are not made from what is no signature of a key', () => {
    const word = (value: bigint) => value.toString(16).padStart(64, '0')
    const bad = {
      'a passkey blob': `0x${'ab'.repeat(200)}`,
      'r of 0': `0x${word(0n)}${word(1n)}1b`,
      's of 0': `0x${word(1n)}${word(0n)}1b`,
      'r of the order': `0x${word(N)}${word(1n)}1b`,
      's of the order': `0x${word(1n)}${word(N)}1b`,
      'v of 2': `0x${word(1n)}${word(1n)}02`,
      'v of 29': `0x${word(1n)}${word(1n)}1d`,
      'v of 255': `0x${word(1n)}${word(1n)}ff`,
      'no hex': 'signature',
      nothing: '0x',
    }
    for (const [name, signature] of Object.entries(bad)) expect(canonicalEvmSignature(signature), name).toBeNull()
  })
})
