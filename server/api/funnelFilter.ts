import * as z from 'zod'
import { day, slug } from './fields.ts'

/** Stands in an address for "came without one": neither a host nor a ref can be it. */
export const withoutOne = '(none)'

const orNone = (shape: z.ZodString) => z.union([z.literal(withoutOne).transform(() => null), shape]).optional()

/** The quest whose funnel is asked for, and the days (UTC): the last thirty when nothing is said. */
export const funnelPlace = { space: slug, quest: slug, from: day.optional(), to: day.optional() }

/** Who is counted. `referrer` is a host, `ref` what a link called itself; `(none)` are those without. */
export const funnelFilter = {
  wallet: z.enum(['eip155', 'solana']).optional(),
  referrer: orNone(z.string().regex(/^[a-z0-9[][a-z0-9._:[\]-]{0,254}$/, 'a host, or (none)')),
  ref: orNone(z.string().regex(/^[\w.~-]{1,64}$/, '1 to 64 of A-Z a-z 0-9 . _ ~ -, or (none)')),
  chain: z
    .string()
    .regex(/^[a-z0-9-]{3,8}:[\w-]{1,40}$/, 'a chain, such as eip155:8453')
    .optional(),
}
