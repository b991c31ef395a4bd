import * as z from 'zod'

/** A quantity as Ethereum writes it: 0x, no leading zeros; here below 2^31. */
export const quantity = z
  .string()
  .regex(/^0x(?:0|[1-9a-f][0-9a-f]{0,7})$/, 'a quantity: 0x and hex digits without leading zeros')
  .transform((text) => Number(text))
  .pipe(z.int().max(2 ** 31 - 1))
export const toQuantity = (value: number | bigint) => `0x${value.toString(16)}`

/** 32 bytes, lower case. */
export const hash32 = z.string().regex(/^0x[0-9a-f]{64}$/, '32 bytes as 0x and 64 lower-case hex digits')
/** An L2 address, any case; lower case afterwards. */
export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'an address: 0x and 40 hex digits')
  .transform((text) => text.toLowerCase())
/** An index of a tree as a JSON number. */
export const index = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)
/** A wallet id: `eip155:0x…` (lower case) or `solana:<base58>`. */
export const wallet = z
  .string()
  .regex(/^(?:eip155:0x[0-9a-f]{40}|solana:[1-9A-HJ-NP-Za-km-z]{32,44})$/, 'a wallet id: eip155:0x… in lower case, or solana:…')
/** A decimal string. */
export const decimal = z.string().regex(/^(?:0|[1-9][0-9]*)$/, 'a decimal string')
/** Batches by number, or by how far they are. */
export const blockTag = z.union([quantity, z.enum(['latest', 'pending', 'safe', 'finalized', 'earliest'])], {
  error: 'a quantity or latest, pending, safe, finalized or earliest',
})
export const bytes32 = (value: bigint) => `0x${value.toString(16).padStart(64, '0')}`
