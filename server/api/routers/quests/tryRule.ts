import * as z from 'zod'
import { instant, integer, slug, walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** A rule as its author has it now. It is read by the room `verify`, whose errors name the field. Mutations: a rule is too long for an address. */
const tried = { space: slug.optional(), rule: z.record(z.string(), z.unknown()) }

/** The rule in words, and warnings. */
export const checkRule = member
  .meta({ rights: 'member', limit: { points: 60, seconds: 60 } })
  .input(z.strictObject(tried))
  .mutation(({ ctx, input }) => ctx.members.quests.checkRule({ accountId: ctx.session.accountId, ...input }))

/** The verdict on some wallets, or on the author, with its trace. */
export const dryRun = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ ...tried, wallets: z.array(walletText).min(1).max(20).optional(), questStart: instant.optional() }))
  .mutation(({ ctx, input }) => ctx.members.quests.dryRun({ accountId: ctx.session.accountId, ...input }))

/** Who would pass by what they did in the newest blocks of a chain. */
export const backtest = member
  .meta({ rights: 'member', limit: { points: 5, seconds: 60 } })
  .input(z.strictObject({ ...tried, chain: z.string().min(1).max(60).optional(), blocks: integer(1, 10_000).default(2000) }))
  .mutation(({ ctx, input }) => ctx.members.quests.backtest({ accountId: ctx.session.accountId, ...input }))
