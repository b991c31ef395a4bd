import * as z from 'zod'
import { cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'
import type { QuestPosition } from '#server/quests/questViewStore.ts'

/** Published quests, oldest opening first, with where the caller stands. */
export const list = anyone.input(z.strictObject({ cursor, limit: pageSize }).prefault({})).query(async ({ ctx, input }) => {
  // Sealed by us for this list, so it is a position.
  const after = input.cursor ? (ctx.cursors.open('quests', input.cursor) as QuestPosition) : null
  const { items, next } = await ctx.members.quests.list({ accountId: ctx.session?.accountId ?? null, after, limit: input.limit })
  return { items, nextCursor: next ? ctx.cursors.seal('quests', next) : null }
})
