import fc from 'fast-check'
import { type AbiParameter, decodeAbiParameters, encodeAbiParameters, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { decodeArguments, mostValues } from '#server/verify/kinds/calls/decodeArguments.ts'
import { cpuTime } from '#tests/support/cpuTime.ts'

/** A type with a value of it. */
type Typed = { parameter: AbiParameter; value: unknown }

const hex = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as Hex)
const typed = (type: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Typed> => value.map((one) => ({ parameter: { type }, value: one }))
const words = fc.oneof(
  fc.constantFrom(8, 24, 128, 256).chain((bits) => typed(`uint${bits}`, fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n }))),
  fc
    .constantFrom(8, 24, 128, 256)
    .chain((bits) => typed(`int${bits}`, fc.bigInt({ min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n }))),
  typed('address', hex(20)),
  typed('bool', fc.boolean()),
  fc.constantFrom(1, 4, 32).chain((size) => typed(`bytes${size}`, hex(size))),
  typed('bytes', fc.nat(70).chain(hex)),
  typed('string', fc.string({ unit: 'grapheme', maxLength: 40 })),
)
const any: fc.Memo<Typed> = fc.memo((depth) => {
  if (depth <= 1) return words
  const tuple = fc.array(any(depth - 1), { minLength: 1, maxLength: 3 }).map(
    (parts): Typed => ({
      parameter: { type: 'tuple', components: parts.map(({ parameter }, index) => ({ ...parameter, name: `f${index}` })) },
      value: Object.fromEntries(parts.map(({ value }, index) => [`f${index}`, value])),
    }),
  )
  const array = fc.tuple(any(depth - 1), fc.nat(3), fc.boolean()).map(
    ([{ parameter, value }, length, fixed]): Typed => ({
      parameter: { ...parameter, type: `${parameter.type}[${fixed ? length + 1 : ''}]` },
      value: Array.from({ length: fixed ? length + 1 : length }, () => value),
    }),
  )
  return fc.oneof(words, tuple, array)
})

const named = (all: readonly Typed[]) => all.map(({ parameter }, index) => ({ ...parameter, name: `a${index}` }))
const encoded = (all: readonly Typed[]) =>
  `11223344${encodeAbiParameters(
    named(all),
    all.map(({ value }) => value),
  ).slice(2)}`

describe('arguments of a call', () => {
  it('are what was encoded, of any type', () => {
    fc.assert(
      fc.property(fc.array(any(4), { maxLength: 4 }), (all) => {
        expect(decodeArguments(named(all), encoded(all))).toEqual(Object.fromEntries(all.map(({ value }, index) => [`a${index}`, value])))
      }),
      { numRuns: 500 },
    )
  })

  it('are never half of what is there: cut or changed input gives nothing, or what viem reads, too', () => {
    fc.assert(
      fc.property(fc.array(any(3), { minLength: 1, maxLength: 3 }), fc.nat(), fc.constantFrom('cut', 'changed'), (all, at, how) => {
        const data = encoded(all)
        const place = 8 + (at % (data.length - 8))
        const odd =
          how === 'cut'
            ? data.slice(0, place - (place % 2))
            : `${data.slice(0, place)}${data[place] === 'f' ? '0' : 'f'}${data.slice(place + 1)}`
        const decoded = decodeArguments(named(all), odd)
        if (decoded === null) return
        const theirs = decodeAbiParameters(named(all), `0x${odd.slice(8)}`)
        expect(plain(Object.values(decoded))).toEqual(plain(theirs))
      }),
      { numRuns: 500 },
    )
  })

  it('end at a bound', () => {
    const word = (value: number) => value.toString(16).padStart(64, '0')
    // A thousand lists that are all the same list of a thousand.
    const lists = `11223344${word(32)}${word(1000)}${word(32_000).repeat(1000)}${word(1000)}${word(7).repeat(1000)}`
    const { result, ms } = cpuTime(() => decodeArguments([{ name: 'lists', type: 'uint256[][]' }], lists))
    expect(result).toBeNull()
    expect(ms).toBeLessThan(200)
    expect(mostValues).toBeGreaterThan(1_000_000 / 32)
  })
})

/** Small integers are numbers to viem, addresses have a checksum. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'number') return BigInt(value)
  if (typeof value === 'string') return /^0x[0-9a-fA-F]*$/.test(value) ? value.toLowerCase() : value
  if (Array.isArray(value)) return value.map(plain)
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
    : value
}
