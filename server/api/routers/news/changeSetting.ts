import * as z from 'zod'
import { noticeKind } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Tells the member of a kind, or no more. What was told stays. */
export const changeSetting = member.input(z.strictObject({ kind: noticeKind, wanted: z.boolean() })).mutation(async ({ ctx, input }) => {
  await ctx.members.news.changeSetting({ accountId: ctx.session.accountId, ...input })
  return input
})
