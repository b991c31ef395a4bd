import { bits } from './constants.gen.ts'
import { checkBits } from './field.ts'

/** Fields of one packed element with their widths in bits, lowest bits first. The sum stays below 254, so a packed value is a field element. */
export type Layout<K extends string> = readonly (readonly [K, number])[]

/** Packs by `layout`. Throws `rollup.malformed` naming the field that does not fit. */
export function pack<K extends string>(layout: Layout<K>, values: Readonly<Record<K, bigint>>): bigint {
  let packed = 0n
  let shift = 0n
  for (const [name, width] of layout) {
    packed += checkBits(name, values[name], width) << shift
    shift += BigInt(width)
  }
  return packed
}

/** The fields of a packed element. Throws `rollup.malformed` when bits above the layout are set. */
export function unpack<K extends string>(layout: Layout<K>, packed: bigint): Record<K, bigint> {
  const total = layout.reduce((sum, [, width]) => sum + width, 0)
  let rest = checkBits('packed', packed, total)
  const values = {} as Record<K, bigint>
  for (const [name, width] of layout) {
    values[name] = rest & ((1n << BigInt(width)) - 1n)
    rest >>= BigInt(width)
  }
  return values
}

export const credentialLayout = [
  ['quest', bits.quest],
  ['serial', bits.serial],
  ['issuedAt', bits.time],
  ['flags', bits.flags],
] as const
export const ownerLayout = [
  ['owner', bits.account],
  ['previous', bits.quest],
] as const
export const scheduleLayout = [
  ['opensAt', bits.time],
  ['closesAt', bits.time],
  ['supply', bits.serial],
  ['points', bits.points],
  ['category', bits.category],
  ['expiresAfter', bits.time],
  ['revocable', 1],
] as const
export const pricesLayout = [
  ['rewardToken', bits.token],
  ['rewardPerMint', bits.amount],
  ['feePerMint', bits.amount],
] as const
export const countersLayout = [
  ['minted', bits.serial],
  ['claimed', bits.serial],
  ['revokedUnclaimed', bits.serial],
  ['groupNonce', bits.nonce],
] as const
export const poolsLayout = [
  ['pool', bits.pool],
  ['feePool', bits.pool],
] as const

/** The values that `pack` needs for a layout. */
export type FieldsOf<L extends Layout<string>> = Readonly<Record<L[number][0], bigint>>

export const packCredential = (values: FieldsOf<typeof credentialLayout>): bigint => pack(credentialLayout, values)
export const packOwner = (values: FieldsOf<typeof ownerLayout>): bigint => pack(ownerLayout, values)
export const packSchedule = (values: FieldsOf<typeof scheduleLayout>): bigint => pack(scheduleLayout, values)
export const packPrices = (values: FieldsOf<typeof pricesLayout>): bigint => pack(pricesLayout, values)
export const packCounters = (values: FieldsOf<typeof countersLayout>): bigint => pack(countersLayout, values)
export const packPools = (values: FieldsOf<typeof poolsLayout>): bigint => pack(poolsLayout, values)
