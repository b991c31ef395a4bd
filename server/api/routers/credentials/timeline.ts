import * as z from 'zod'
import { cursor, pageSize, uuid } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** A member's credentials, newest first; to others without those that the member hides. */
export const timeline = anyone.input(z.strictObject({ accountId: uuid, cursor, limit: pageSize })).query(async ({ ctx, input }) => {
  const { accountId, cursor: at, limit } = input
  const list = `timeline ${accountId}`
  // Sealed by us for this list, so it is a leaf's number.
  const before = at ? (ctx.cursors.open(list, at) as number) : null
  const page = await ctx.members.credentials.timeline({ accountId, viewerId: ctx.session?.accountId ?? null, before, limit })
  return { items: page.items, nextCursor: page.before === null ? null : ctx.cursors.seal(list, page.before) }
})
