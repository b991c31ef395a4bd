import { base58 } from '@scure/base'
import { isAddress } from 'viem/utils'
import * as z from 'zod'

const uint256 = 2n ** 256n

/** A contract or account: lower case, or with a right EIP-55 checksum. The zero address and precompiles are nobody's contract. */
export const evmAddress = z
  .string()
  .refine((text) => isAddress(text), 'not an EVM address with a right checksum')
  .refine((text) => !isAddress(text) || BigInt(text) > 0xffffn, 'the zero address or a precompile')

/** A contract's or wallet's public key in base58: 32 bytes. */
export const solanaAddress = z
  .string()
  .min(32)
  .max(44)
  .refine((text) => {
    try {
      return base58.decode(text).length === 32
    } catch {
      return false
    }
  }, 'not a base58 public key of 32 bytes')

/** An amount in base units: decimal digits only, no sign, exponent, separator or leading zero, below 2^256. */
export const uint = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,77})$/, 'decimal digits of an integer in base units expected')
  .refine((text) => !/^[0-9]{1,78}$/.test(text) || BigInt(text) < uint256, 'does not fit in 256 bits')

export const text = z.strictObject({ en: z.string().min(1).max(500), ja: z.string().min(1).max(500) })

/** How an amount is written for people. */
export const unit = z.strictObject({ decimals: z.int().min(0).max(36), symbol: z.string().min(1).max(16) })

export const count = z.int().min(1).max(1000)

export type Unit = z.infer<typeof unit>
