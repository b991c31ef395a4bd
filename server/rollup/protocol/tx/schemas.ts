import * as z from 'zod'
import { bits, trees } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'

/** An unsigned integer below a bound: a bigint in code, a decimal string in JSON; always a bigint afterwards. */
const uint = (limit: bigint, name: string) =>
  z
    .union([
      z.bigint(),
      z
        .string()
        .regex(/^(?:0|[1-9][0-9]*)$/)
        .transform(BigInt),
    ])
    .refine((value) => value >= 0n && value < limit, { error: `must be ${name}` })

const smallUint = (limit: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(limit - 1)

export const fieldElement = uint(P, 'a field element')
export const digest = uint(1n << BigInt(bits.digest), 'a digest of 248 bits')
export const address = uint(1n << 160n, 'an address of 160 bits')
export const amount = uint(1n << BigInt(bits.amount), 'an amount of 96 bits')
export const pool = uint(1n << BigInt(bits.pool), 'an amount of 112 bits')

/** Any value that fits the lane; whether such an account or quest exists is a rule, not a format. */
export const accountLane = smallUint(2 ** bits.account)
export const questLane = smallUint(2 ** bits.quest)
export const knownAccount = smallUint(trees.accounts.capacity)
export const token = smallUint(2 ** bits.token)
/** Unix seconds. */
export const time = smallUint(2 ** bits.time)
export const uint32 = smallUint(2 ** 32)
export const uint16 = smallUint(2 ** 16)
/** One of the places for linked wallets; a rule says which exist. */
export const place = smallUint(2 ** 8)
/** Schnorr over Grumpkin, as it travels: two words. */
export const signature = z.strictObject({ s: fieldElement, e: fieldElement })
