import * as z from 'zod'
import { cursor, pageSize } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The member's notices, newest first. */
export const list = member.input(z.strictObject({ cursor, limit: pageSize }).prefault({})).query(async ({ ctx, input }) => {
  // Sealed by us for this list, so it is an id.
  const before = input.cursor ? (ctx.cursors.open('notices', input.cursor) as number) : null
  const { items, next } = await ctx.members.news.list({ accountId: ctx.session.accountId, before, limit: input.limit })
  return { items, nextCursor: next === null ? null : ctx.cursors.seal('notices', next) }
})
