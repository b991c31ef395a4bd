import {
  addCodecSizePrefix,
  type Encoder,
  getAddressEncoder,
  getArrayEncoder,
  getBooleanEncoder,
  getBytesEncoder,
  getI64Encoder,
  getI128Encoder,
  getOptionEncoder,
  getU8Encoder,
  getU16Encoder,
  getU32Codec,
  getU64Encoder,
  getU128Encoder,
  getUtf8Encoder,
} from '@solana/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '#server/shared/bytes.ts'
import { decodeFields } from '#server/verify/kinds/borsh.ts'
import { accountNames, discriminatorOf, type IdlType, idlInstruction, shapesOf } from '#server/verify/kinds/idl.ts'
import { componentsOf, layout, readBytes } from '#server/verify/kinds/layout.ts'
import { solMe } from './cases.ts'

const fieldsOf = (type: unknown, types: unknown[] = []) => {
  const read = idlInstruction.parse({ name: 'call', args: [{ name: 'value', type }], types })
  return shapesOf(read.args, read.types)
}
const decode = (bytes: Iterable<number>, type: unknown, types?: unknown[]) => {
  const shaped = fieldsOf(type, types)
  if ('problem' in shaped) throw new Error(shaped.problem)
  return decodeFields(Uint8Array.from(bytes), shaped.fields)
}

// What kit writes, we read.
type Sample = { type: IdlType; encoder: Encoder<never>; values: fc.Arbitrary<unknown>; read?: (value: never) => unknown }
const int = (bits: bigint, signed = false) =>
  fc.bigInt(signed ? { min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n } : { min: 0n, max: 2n ** bits - 1n })
const samples: Sample[] = [
  { type: 'u8', encoder: getU8Encoder(), values: fc.nat(255), read: BigInt },
  { type: 'u16', encoder: getU16Encoder(), values: fc.nat(65_535), read: BigInt },
  { type: 'u64', encoder: getU64Encoder(), values: int(64n) },
  { type: 'i64', encoder: getI64Encoder(), values: int(64n, true) },
  { type: 'u128', encoder: getU128Encoder(), values: int(128n) },
  { type: 'i128', encoder: getI128Encoder(), values: int(128n, true) },
  { type: 'bool', encoder: getBooleanEncoder() as Encoder<never>, values: fc.boolean() },
  {
    type: 'string',
    encoder: addCodecSizePrefix({ ...getUtf8Encoder() } as never, getU32Codec()) as Encoder<never>,
    values: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  },
  {
    type: 'bytes',
    encoder: addCodecSizePrefix(getBytesEncoder() as never, getU32Codec()) as Encoder<never>,
    values: fc.uint8Array(),
    read: toHex,
  },
  { type: 'pubkey', encoder: getAddressEncoder() as Encoder<never>, values: fc.constant(solMe) },
  {
    type: { option: 'u64' },
    encoder: getOptionEncoder(getU64Encoder()) as Encoder<never>,
    values: fc.option(int(64n)),
    read: (value) => value ?? undefined,
  },
  {
    type: { vec: 'u16' },
    encoder: getArrayEncoder(getU16Encoder()) as Encoder<never>,
    values: fc.array(fc.nat(65_535)),
    read: (value: number[]) => value.map(BigInt),
  } as Sample,
]

describe('Borsh', () => {
  it.each(samples)('reads $type as kit writes it, and never what is cut short', ({ type, encoder, values, read = (value) => value }) => {
    fc.assert(
      fc.property(values, (value) => {
        const bytes = Uint8Array.from(encoder.encode(value as never))
        expect(decode(bytes, type)).toEqual({ value: read(value as never) })
        if (bytes.length > 0) expect(decode(bytes.subarray(0, -1), type)).toBeNull()
      }),
    )
  })

  it('never throws and never grows beyond its bytes', () => {
    const types: IdlType[] = [
      'string',
      { vec: 'u64' },
      { vec: { vec: 'bool' } },
      { array: [{ option: 'string' }, 1000] },
      { vec: { array: ['u8', 0] } },
    ]
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 200 }), (type, bytes) => {
        const read = decode(bytes, type)
        expect(read === null || typeof read === 'object').toBe(true)
      }),
    )
    expect(decode([255, 255, 255, 255], { vec: 'u8' })).toBeNull()
    expect(decode([2, ...new Array(8).fill(0)], { option: 'u64' })).toBeNull()
    expect(decode([1, 0, 0, 0, 0xff], 'string')).toBeNull()
  })

  it('reads structs and enums that are defined beside', () => {
    const types = [
      { name: 'Side', type: { kind: 'enum', variants: [{ name: 'Bid' }, { name: 'Ask' }] } },
      {
        name: 'Kind',
        type: {
          kind: 'enum',
          variants: [
            { name: 'Market' },
            { name: 'Limit', fields: [{ name: 'price', type: 'u8' }] },
            { name: 'Pair', fields: ['u8', 'bool'] },
          ],
        },
      },
      {
        name: 'Order',
        type: {
          kind: 'struct',
          fields: [
            { name: 'side', type: { defined: 'Side' } },
            { name: 'kind', type: { defined: { name: 'Kind' } } },
          ],
        },
      },
    ]
    expect(decode([1, 1, 7], { defined: 'Order' }, types)).toEqual({
      value: { side: 'Ask', kind: { variant: 'Limit', Limit: { price: 7n } } },
    })
    expect(decode([0, 2, 7, 1], { defined: 'Order' }, types)).toEqual({
      value: { side: 'Bid', kind: { variant: 'Pair', Pair: { 0: 7n, 1: true } } },
    })
    expect(decode([2, 0], { defined: 'Order' }, types)).toBeNull()
    const read = idlInstruction.parse({ name: 'call', args: [{ name: 'value', type: { defined: 'Order' } }], types })
    expect(componentsOf({ idl: read })).toMatchObject([
      {
        name: 'value',
        components: [
          { name: 'side', type: 'string' },
          { name: 'kind', components: [{ name: 'variant' }, { name: 'Market' }, { name: 'Limit' }, { name: 'Pair' }] },
        ],
      },
    ])
  })
})

describe('an IDL', () => {
  it('says its discriminator, or Anchor makes it', () => {
    const of = (name: string, more: object = {}) => toHex(discriminatorOf(idlInstruction.parse({ name, args: [], ...more })))
    expect(of('initialize')).toBe('0xafaf6d1f0d989bed')
    expect(of('openPosition')).toBe(of('open_position'))
    expect(of('swapV2')).toBe(of('swap_v2'))
    expect(of('x', { discriminator: [1, 2] })).toBe('0x0102')
  })

  it('is read in both formats; what it says beyond is left out', () => {
    const old = {
      name: 'swap',
      docs: ['Swaps.'],
      accounts: [
        { name: 'user', isMut: true, isSigner: true },
        { name: 'pool', accounts: [{ name: 'a', isMut: false, isSigner: false }] },
      ],
      args: [{ name: 'to', type: 'publicKey' }],
    }
    const since = {
      name: 'swap',
      discriminator: [1],
      accounts: [{ name: 'user', writable: true, signer: true, pda: { seeds: [] } }],
      args: [{ name: 'to', type: 'pubkey' }],
    }
    expect(accountNames(idlInstruction.parse(old))).toEqual(['user', 'a'])
    expect(JSON.stringify(idlInstruction.parse(since))).not.toContain('pda')
    expect(componentsOf({ idl: idlInstruction.parse(old) })).toEqual(componentsOf({ idl: idlInstruction.parse(since) }))
  })

  it('is refused when it cannot be read', () => {
    expect(fieldsOf({ defined: 'Nowhere' })).toEqual({ problem: 'no definition of the type Nowhere' })
    const endless = [{ name: 'Node', type: { kind: 'struct', fields: [{ name: 'next', type: { option: { defined: 'Node' } } }] } }]
    expect(fieldsOf({ defined: 'Node' }, endless)).toEqual({ problem: 'types nested too deep' })
    const deep = Array.from({ length: 50_000 }).reduce((inner) => ({ vec: inner }), 'u8' as unknown)
    for (const type of ['hashMap', { generic: 'T' }, { array: ['u8', -1] }, deep, { defined: { name: 'A', generics: [{}] } }])
      expect(idlInstruction.safeParse({ name: 'call', args: [{ name: 'value', type }] }).success).toBe(false)
    const packed = [{ name: 'A', serialization: 'bytemuck', type: { kind: 'struct', fields: [] } }]
    expect(idlInstruction.safeParse({ name: 'call', args: [], types: packed }).success).toBe(false)
  })

  it('stays small however its types fan out', () => {
    const types = Array.from({ length: 6 }, (_, index) => ({
      name: `T${index}`,
      type: {
        kind: 'struct',
        fields: Array.from({ length: 60 }, (__, field) => ({
          name: `f${field}`,
          type: index === 5 ? 'u8' : { defined: `T${index + 1}` },
        })),
      },
    }))
    expect(fieldsOf({ defined: 'T0' }, types)).toEqual({ problem: 'types of more than 1000 values' })
  })
})

describe('values at places', () => {
  it('are read in either byte order, to the end, or not at all', () => {
    const places = layout.parse([
      { name: 'little', offset: 0, type: 'u16' },
      { name: 'big', offset: 0, type: 'u16', bigEndian: true },
      { name: 'below', offset: 1, type: 'i8' },
      { name: 'two', offset: 1, type: { bytes: 2 } },
      { name: 'rest', offset: 2, type: 'rest' },
      { name: 'text', offset: 2, type: 'text' },
    ])
    expect(readBytes('0x01ff6869', { layout: places })).toEqual({
      little: 0xff01n,
      big: 0x01ffn,
      below: -1n,
      two: '0xff68',
      rest: '0x6869',
      text: 'hi',
    })
    expect(readBytes('0x01', { layout: places })).toBeNull()
    expect(readBytes('0x01ffff', { layout: places.filter(({ name }) => name === 'text') })).toBeNull()
    expect(readBytes('nonsense', { layout: places })).toBeNull()
  })
})
