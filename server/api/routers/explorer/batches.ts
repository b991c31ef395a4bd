import * as z from 'zod'
import { cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** Batches, newest first. */
export const batches = anyone.input(z.strictObject({ cursor, limit: pageSize }).prefault({})).query(async ({ ctx, input }) => {
  // Sealed by us for this list, so it is a batch number.
  const before = input.cursor ? (ctx.cursors.open('batches', input.cursor) as number) : null
  const rows = await ctx.members.explorer.batches(before, input.limit + 1)
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  return { items, nextCursor: last ? ctx.cursors.seal('batches', last.number) : null }
})
