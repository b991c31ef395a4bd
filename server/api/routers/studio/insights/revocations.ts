import * as z from 'zod'
import { cursor, pageSize, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import type { RevocationPlace } from '#server/insights/revoke/revocationStore.ts'

/** What was taken back of a quest's credentials, newest first, with how far each is in the slot. */
export const revocations = inSpace('revoke')
  .input(z.strictObject({ space: slug, quest: slug, cursor, limit: pageSize }))
  .query(async ({ ctx, input: { quest, cursor: from, limit } }) => {
    const list = JSON.stringify(['revocations', ctx.space.id, quest])
    // Sealed by us for this list, so it is a place in it.
    const after = from ? (ctx.cursors.open(list, from) as RevocationPlace) : null
    const { items, next } = await ctx.members.studio.insights.revocations({ spaceId: ctx.space.id, quest, after, limit })
    return { items, nextCursor: next ? ctx.cursors.seal(list, next) : null }
  })
