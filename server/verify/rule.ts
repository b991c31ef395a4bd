import * as z from 'zod'
import { type KindId, paramsSchemas } from './kinds/params.ts'

/** CAIP-2 chain id, such as `eip155:1` or `solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp`. */
export const chainId = z.string().regex(/^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$/)

/**
 * When an action counts. Times are ISO 8601 with an offset, or `quest-start` / `joined`. A missing bound is open.
 */
export const window = z.strictObject({
  from: z.union([z.iso.datetime({ offset: true }), z.literal('quest-start'), z.literal('joined')]).optional(),
  to: z.union([z.iso.datetime({ offset: true }), z.literal('quest-end')]).optional(),
})

export const finality = z.enum(['latest', 'safe', 'finalized'])

/** One check of one kind. `chain` is absent for kinds that read no chain. */
export type Leaf = {
  kind: KindId
  chain?: string | undefined
  params: unknown
  window?: z.infer<typeof window> | undefined
  finality?: z.infer<typeof finality> | undefined
}

/** A rule is data: a tree of combinators over leaves, across chains. */
export type Rule = { all: Rule[] } | { any: Rule[] } | { atLeast: { n: number; of: Rule[] } } | { not: Rule } | Leaf

export const ruleLimits = { depth: 8, nodes: 64 } as const
