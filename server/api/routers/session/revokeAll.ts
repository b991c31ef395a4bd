import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Signs the account out everywhere, this browser too. */
export const revokeAll = member
  .input(nothing)
  .mutation(async ({ ctx }) => ({ ended: await ctx.members.endSessions(ctx.session.accountId) }))
