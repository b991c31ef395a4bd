import { base58 } from '@scure/base'
import * as z from 'zod'
import { derivedAddress, seedLimits } from '#chains/adapters/solana/derivedAddress.ts'
import { fromHex } from '#server/shared/bytes.ts'
import { solanaAddress } from './fields.ts'

const bytesOfText = (text: string) => new TextEncoder().encode(text)
const account = z.union([z.literal('$account'), solanaAddress])

/** Bytes of a derived address's seed: a text, hex, a key (`$account` = the member's wallet), an integer in so many bytes (little-endian unless said otherwise). */
const seed = z.union([
  z.strictObject({ text: z.string().refine((text) => bytesOfText(text).length <= seedLimits.bytes, 'at most 32 bytes') }),
  z.strictObject({ bytes: z.string().regex(/^0x([0-9a-fA-F]{2}){0,32}$/, 'hex of at most 32 bytes with 0x expected') }),
  z.strictObject({ key: account }),
  z
    .strictObject({
      uint: z.string().regex(/^(0|[1-9][0-9]{0,19})$/),
      size: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)]),
      bigEndian: z.boolean().optional(),
    })
    .refine(({ uint, size }) => !/^[0-9]{1,20}$/.test(uint) || BigInt(uint) < 256n ** BigInt(size), 'does not fit in that many bytes'),
])

export const accountAddress = account
export const pda = z.strictObject({ program: solanaAddress, seeds: z.array(seed).min(1).max(seedLimits.count) })
export type Pda = z.infer<typeof pda>
type Seed = z.infer<typeof seed>
type Place = { address?: string | undefined; pda?: Pda | undefined }

/** The account that is meant for a wallet; null when the program has no such address. */
export function addressFor({ address, pda: derived }: Place, wallet: string): string | null {
  if (derived)
    return derivedAddress(
      derived.program,
      derived.seeds.map((one) => seedBytes(one, wallet)),
    )
  return address === '$account' ? wallet : (address ?? null)
}

/** Whether each member has an account of his own. */
export function isPersonal({ address, pda: derived }: Place): boolean {
  return address === '$account' || (derived?.seeds.some((one) => 'key' in one && one.key === '$account') ?? false)
}

function seedBytes(one: Seed, wallet: string): Uint8Array {
  if ('text' in one) return bytesOfText(one.text)
  if ('bytes' in one) return fromHex(one.bytes) ?? new Uint8Array()
  if ('key' in one) return base58.decode(one.key === '$account' ? wallet : one.key)
  const littleEndian = Uint8Array.from({ length: one.size }, (_, index) => Number((BigInt(one.uint) >> BigInt(8 * index)) & 255n))
  return one.bigEndian ? littleEndian.toReversed() : littleEndian
}
