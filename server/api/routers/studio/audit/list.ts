import * as z from 'zod'
import { cursor, pageSize, slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { auditActions } from '#server/spaces/audit.ts'

/** What was done in the space, newest first; of one member, or of one kind, where that is asked for. */
export const list = inSpace('team')
  .input(z.strictObject({ space: slug, by: uuid.optional(), action: z.enum(auditActions).optional(), cursor, limit: pageSize }))
  .query(async ({ ctx, input: { by: accountId, action, cursor: after, limit } }) => {
    const name = `studio.audit.${ctx.space.id}.${accountId ?? 'all'}.${action ?? 'all'}`
    // Sealed by us for this space's list, so it is an id.
    const before = after ? (ctx.cursors.open(name, after) as number) : null
    const rows = await ctx.members.studio.audit.list(ctx.space.id, before, limit + 1, { accountId, action })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      items: rows.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      nextCursor: last ? ctx.cursors.seal(name, last.id) : null,
    }
  })
