import * as z from 'zod'
import { cursor, pageSize } from '#server/api/fields.ts'
import { onPlatform } from '#server/api/trpc.ts'

/** What was done on the platform, newest first. */
export const log = onPlatform('audit')
  .input(z.strictObject({ cursor, limit: pageSize }).prefault({}))
  .query(async ({ ctx, input: { cursor: after, limit } }) => {
    // Sealed by us for this list, so it is an id.
    const before = after ? (ctx.cursors.open('platform.log', after) as number) : null
    const rows = await ctx.members.platform.log(before, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      items: rows.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      nextCursor: last ? ctx.cursors.seal('platform.log', last.id) : null,
    }
  })
