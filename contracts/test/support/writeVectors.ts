/**
 * Writes `contracts/test/vectors/{ed25519,sha512,schnorr}.json` with @noble/curves and the engine's own Schnorr:
 * `node contracts/test/support/writeVectors.ts && npx biome format --write contracts/test/vectors`.
 */
import { writeFileSync } from 'node:fs'
import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { P } from '#server/rollup/protocol/field.ts'
import { derivePublicKey, Q, sign, verify } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'

type Ed25519Case = { name: string; key: string; signature: string; message: string; good: boolean }
type Point = InstanceType<typeof ed25519.Point>

const L = ed25519.Point.Fn.ORDER
const hex = (bytes: Uint8Array) => `0x${bytesToHex(bytes)}`
const bytesOf = (value: bigint) => hexToBytes(value.toString(16).padStart(64, '0')).reverse()
const numberOf = (bytes: Uint8Array) => BigInt(`0x${bytesToHex(Uint8Array.from(bytes).reverse())}`)
const challenge = (r: Uint8Array, key: Uint8Array, message: Uint8Array) => numberOf(sha512(concatBytes(r, key, message))) % L
/** Points of order 1, 2, 4 and 8. */
const torsion = ED25519_TORSION_SUBGROUP.map((encoded) => ed25519.Point.fromHex(encoded, true))
const [order8] = torsion.filter((point) => !point.double().double().is0())
const scalar = (seed: string) => numberOf(sha512(utf8ToBytes(seed)).slice(0, 32)) % L
const text = (i: number) => utf8ToBytes(`message ${i}`)

/** RFC 8032, 7.1: TEST 1, 2, 3, 1024 (its message here: 1023 bytes of our own) and SHA(abc). */
const rfc8032 = [
  ['9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', ''],
  ['4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '72'],
  ['c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'af82'],
  ['f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5', '5a'.repeat(1023)],
  ['833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42', bytesToHex(sha512(utf8ToBytes('abc')))],
] as const
/** The first three signatures of the same page: what the generator signs is what the RFC says. */
const rfcSignatures = [
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
]

function plainCases(): Ed25519Case[] {
  const signed = rfc8032.map(([seed, message], i) => {
    const signature = ed25519.sign(hexToBytes(message), hexToBytes(seed))
    const expected = rfcSignatures[i]
    if (expected && bytesToHex(signature) !== expected) throw new Error(`RFC 8032 says otherwise about its case ${i + 1}`)
    return { name: `RFC 8032, case ${i + 1}`, key: ed25519.getPublicKey(hexToBytes(seed)), signature, message: hexToBytes(message) }
  })
  const many = Array.from({ length: 12 }, (_, i) => {
    const seed = sha512(utf8ToBytes(`seed ${i}`)).slice(0, 32)
    const message = new Uint8Array(37 * i).fill(i)
    return { name: `${37 * i} bytes`, key: ed25519.getPublicKey(seed), signature: ed25519.sign(message, seed), message }
  })
  const good = [...signed, ...many]
  const changed = good.slice(0, 6).flatMap(({ name, key, signature, message }, i) => {
    const flip = (bytes: Uint8Array, at: number) => Uint8Array.from(bytes, (byte, k) => (k === at ? byte ^ (1 << (i % 8)) : byte))
    return [
      { name: `${name}, R changed`, key, signature: flip(signature, 3 + i), message },
      { name: `${name}, S changed`, key, signature: flip(signature, 35 + i), message },
      { name: `${name}, key changed`, key: flip(key, 5 + i), signature, message },
      { name: `${name}, message longer`, key, signature, message: concatBytes(message, Uint8Array.of(0)) },
      { name: `${name}, S + L`, key, signature: concatBytes(signature.slice(0, 32), bytesOf(numberOf(signature.slice(32)) + L)), message },
      { name: `${name}, 63 bytes`, key, signature: signature.slice(0, 63), message },
      { name: `${name}, 65 bytes`, key, signature: concatBytes(signature, Uint8Array.of(0)), message },
    ]
  })
  return [...good.map((c) => encode(c, true)), ...changed.map((c) => encode(c, false))]
}

/** The classes of "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko, 2020), made anew. */
function edgeCases(): Ed25519Case[] {
  const cases: Ed25519Case[] = []
  const put = (name: string, parts: { key: Uint8Array; r: Uint8Array; s: bigint; message: Uint8Array }, good: boolean) =>
    cases.push(encode({ name, key: parts.key, signature: concatBytes(parts.r, bytesOf(parts.s)), message: parts.message }, good))
  const base = ed25519.Point.BASE
  for (const [i, small] of torsion.entries()) {
    const encoded = small.toBytes()
    put(`small A and R ${i}, S = 0`, { key: encoded, r: encoded, s: 0n, message: text(i) }, false)
    const s = scalar(`small A ${i}`)
    // S*B - k*A = R holds once -k*A is what R adds to S*B.
    const r = find(
      (n) => (n < 8 ? base.multiply(s).add(torsion[n] ?? small) : null),
      (point) => {
        const k = challenge(point.toBytes(), encoded, text(i))
        return base.multiply(s).add(times(small, k).negate()).equals(point)
      },
    )
    if (r) put(`small A ${i}, equation holds`, { key: encoded, r: r.toBytes(), s, message: text(i) }, false)
    const a = scalar(`small R ${i}`)
    const key = base.multiply(a)
    const k = challenge(encoded, key.toBytes(), text(i))
    put(`small R ${i}, the cofactored equation holds`, { key: key.toBytes(), r: encoded, s: (k * a) % L, message: text(i) }, false)
  }
  cases.push(...mixedCases(), ...foreignEncodings())
  return cases
}

/** A key with a part of order 8: with k a multiple of 8 the strict equation holds as well, else only the cofactored one. */
function mixedCases(): Ed25519Case[] {
  const [a, nonce] = [scalar('mixed key'), scalar('mixed nonce')]
  if (!order8) throw new Error('no point of order 8')
  const key = ed25519.Point.BASE.multiply(a).add(order8).toBytes()
  const r = ed25519.Point.BASE.multiply(nonce).toBytes()
  const made = Array.from({ length: 64 }, (_, i) => {
    const k = challenge(r, key, text(i))
    const signature = concatBytes(r, bytesOf((nonce + k * a) % L))
    return { name: `mixed A, k = ${k % 8n} modulo 8`, key, signature, message: text(i), good: k % 8n === 0n }
  })
  const chosen = [made.find(({ good }) => good), ...made.filter(({ good }) => !good).slice(0, 3)]
  return chosen.flatMap((c) => (c ? [encode(c, c.good)] : []))
}

/** Encodings with y >= p, with a sign for x = 0, and of no point. */
function foreignEncodings(): Ed25519Case[] {
  const p = ed25519.Point.Fp.ORDER
  const sign255 = 1n << 255n
  const encodings = [p, p + 1n, p + 3n, p + 18n, sign255 + 1n, sign255 + p - 1n, sign255 + p + 1n, 2n, 7n].map(bytesOf)
  const s = scalar('foreign')
  return encodings.flatMap((bytes, i) => {
    const key = ed25519.getPublicKey(sha512(utf8ToBytes('foreign')).slice(0, 32))
    return [
      encode({ name: `key encoding ${i}`, key: bytes, signature: concatBytes(bytes, bytesOf(s)), message: text(i) }, false),
      encode({ name: `R encoding ${i}`, key, signature: concatBytes(bytes, bytesOf(s)), message: text(i) }, false),
    ]
  })
}

const times = (point: Point, k: bigint): Point => (k % 8n === 0n ? ed25519.Point.ZERO : point.multiplyUnsafe(k % 8n))

function find(make: (n: number) => Point | null, fits: (point: Point) => boolean): Point | undefined {
  for (let n = 0; ; n++) {
    const point = make(n)
    if (!point) return undefined
    if (fits(point)) return point
  }
}

function encode(c: { name: string; key: Uint8Array; signature: Uint8Array; message: Uint8Array }, good: boolean): Ed25519Case {
  if (good && c.name.startsWith('RFC') && !ed25519.verify(c.signature, c.message, c.key, { zip215: false })) throw new Error(c.name)
  return { name: c.name, key: hex(c.key), signature: hex(c.signature), message: hex(c.message), good }
}

function schnorrCases() {
  const word = (value: bigint) => `0x${value.toString(16).padStart(64, '0')}`
  const secrets = [1n, 2n, 3n, Q - 1n, Q - 2n, 123456789n, ...Array.from({ length: 6 }, (_, i) => scalar(`spend key ${i}`))]
  const good = secrets.map((sk, i) => {
    const key = derivePublicKey(sk)
    const message = i === 0 ? 0n : i === 1 ? P - 1n : scalar(`spend message ${i}`) % P
    return { name: `key ${i}`, key, message, ...sign(fastHasher, sk, message) }
  })
  const changed = good.flatMap((c) => [
    { ...c, name: `${c.name}, s + 1`, s: (c.s + 1n) % P },
    { ...c, name: `${c.name}, e + 1`, e: (c.e + 1n) % P },
    { ...c, name: `${c.name}, other message`, message: (c.message + 1n) % P },
    { ...c, name: `${c.name}, y negated`, key: { x: c.key.x, y: P - c.key.y } },
    { ...c, name: `${c.name}, off the curve`, key: { x: c.key.x, y: (c.key.y + 1n) % P } },
    { ...c, name: `${c.name}, s + p`, s: c.s + P },
    { ...c, name: `${c.name}, e + p`, e: c.e + P },
    { ...c, name: `${c.name}, x + p`, key: { x: c.key.x + P, y: c.key.y } },
    { ...c, name: `${c.name}, message + p`, message: c.message + P },
  ])
  const [first] = good
  // s*G + e*pk = infinity for the key G: e = q - s, below p for a large s.
  const infinite = { ...first, name: 'R is infinity', key: derivePublicKey(1n), message: 5n, s: P - 1n, e: Q - P + 1n }
  const zero = { ...infinite, name: 'all zero', key: { x: 0n, y: 0n }, s: 0n, e: 0n }
  return [...good, ...changed, infinite, zero].map(({ name, key, message, s, e }) => {
    const answer = verify(fastHasher, key, message, { s, e })
    return { name, x: word(key.x), y: word(key.y), message: word(message), s: word(s), e: word(e), good: answer }
  })
}

const digests = [0, 1, 3, 111, 112, 113, 127, 128, 129, 239, 240, 241, 1000].map((length) => {
  const message = Uint8Array.from({ length }, (_, i) => (7 * i + length) % 256)
  return { message: hex(message), digest: hex(sha512(message)) }
})

const write = (name: string, value: unknown) =>
  writeFileSync(new URL(`../vectors/${name}.json`, import.meta.url), `${JSON.stringify(value, null, 1)}\n`)
write('ed25519', { cases: [...plainCases(), ...edgeCases()] })
write('sha512', { cases: digests })
write('schnorr', { cases: schnorrCases() })
