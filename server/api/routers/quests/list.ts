import * as z from 'zod'
import { cursor, pageSize } from '#server/api/fields.ts'
import { filterFields, sort, sortFor } from '#server/api/questFilter.ts'
import { anyone } from '#server/api/trpc.ts'
import type { ListPosition } from '#server/quests/discover/listQuests.ts'

/** Published quests, narrowed and sorted, with where the caller stands. */
export const list = anyone
  .input(z.strictObject({ cursor, limit: pageSize, sort, ...filterFields }).prefault({}))
  .query(async ({ ctx, input }) => {
    const { cursor: after, limit, sort: asked, ...filter } = input
    const order = sortFor(asked, filter)
    // Sealed by us for this order, so it is a position of it.
    const position = after ? (ctx.cursors.open(`quests.${order}`, after) as ListPosition) : null
    const accountId = ctx.session?.accountId ?? null
    const { items, next } = await ctx.members.discover.list({ accountId, filter, sort: order, after: position, limit })
    return { items, nextCursor: next ? ctx.cursors.seal(`quests.${order}`, next) : null }
  })
