import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Every browser that is signed in to the account. */
export const list = member.input(nothing).query(async ({ ctx }) => {
  const rows = await ctx.members.sessions.list(ctx.session.accountId, new Date(ctx.members.now()))
  return rows.map(({ id, wallet, userAgent, createdAt, lastSeenAt, expiresAt }) => ({
    id,
    wallet,
    userAgent,
    current: id === ctx.session.id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
})
