import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Signs the account out everywhere but in this browser: the first step after a theft. */
export const revokeOthers = member
  .input(nothing)
  .mutation(async ({ ctx }) => ({ ended: await ctx.members.endSessions(ctx.session.accountId, { except: ctx.session.id }) }))
