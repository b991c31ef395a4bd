import * as z from 'zod'
import { serviceIds } from '#server/accounts/connections/services.ts'
import { noticeKinds } from '#server/news/newsViews.ts'
import { categories } from '#server/quests/definition.ts'
import { writtenText } from '#server/quests/text.ts'
import { periodKinds } from '#server/reputation/xp/periods.ts'

/** Procedures without input refuse one: what is not read must not look as if it were. */
export const nothing = z.union([z.undefined(), z.null()])
export const uuid = z.uuid()
export const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/)
/** Ids within a definition: of steps, questions and choices. */
export const stepId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const service = z.enum(serviceIds)
export const noticeKind = z.enum(noticeKinds)
/** A wallet or account as text; its grammar is checked where it is read. */
export const walletText = z.string().min(1).max(200)
/** A text of ours as a wallet signed it. */
export const signedText = z.strictObject({ wallet: walletText, message: z.string().max(4096), signature: z.string().max(16_386) })
/** A change of an account's wallets, or a word on one that waits. */
export const walletChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['remove', 'primary']), wallet: walletText }),
  z.strictObject({ kind: z.enum(['agree', 'object']), change: uuid }),
])
export const plainText = writtenText
/** A whole number without minus zero. */
export const integer = (min: number, max: number) =>
  z
    .int()
    .min(min)
    .max(max)
    .refine((value) => !Object.is(value, -0), 'must not be minus zero')
export const cursor = z.string().max(500).nullish()
export const pageSize = integer(1, 50).default(24)
/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true }).max(40)
/** A day (UTC) that there is, as `2026-11-28`. */
export const day = z.iso.date().refine((text) => /^[12]\d{3}-/.test(text), 'a day between the years 1000 and 2999')
/** Fields that say which leaderboard. */
export const boardQuestion = {
  period: z.enum(periodKinds).default('all'),
  category: z.enum(categories).optional(),
  space: slug.optional(),
}
/** Where a contract of an EVM chain is; both are read by the room that looks there. */
export const evmPlace = { chain: z.string().min(1).max(60), address: z.string().min(1).max(100) }
/** Ledger txs as a member signed them: ten words each. What they say is read by the slot's own reader. */
export const signedTxs = z
  .array(
    z
      .array(
        z
          .string()
          .regex(/^0x[0-9a-f]{64}$/)
          .transform(BigInt),
      )
      .length(10),
  )
  .min(1)
  .max(20)
