import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Marks some of the member's notices as read, or all of them. Others' ids change nothing. */
export const markRead = member
  .input(z.strictObject({ ids: z.union([z.literal('all'), z.array(integer(1, Number.MAX_SAFE_INTEGER)).min(1).max(100)]) }))
  .mutation(async ({ ctx, input }) => ({ marked: await ctx.members.news.markRead({ accountId: ctx.session.accountId, ids: input.ids }) }))
