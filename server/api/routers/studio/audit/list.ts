import * as z from 'zod'
import { cursor, pageSize, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** What was done in the space, newest first. */
export const list = inSpace('team')
  .input(z.strictObject({ space: slug, cursor, limit: pageSize }))
  .query(async ({ ctx, input: { cursor: after, limit } }) => {
    const name = `studio.audit.${ctx.space.id}`
    // Sealed by us for this space's list, so it is an id.
    const before = after ? (ctx.cursors.open(name, after) as number) : null
    const rows = await ctx.members.studio.audit.list(ctx.space.id, before, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      items: rows.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      nextCursor: last ? ctx.cursors.seal(name, last.id) : null,
    }
  })
