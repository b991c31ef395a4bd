import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Has the member's account opened in the slot. */
export const openAccount = member
  .meta({ rights: 'member', limit: { points: 10, seconds: 60 } })
  .input(nothing)
  .mutation(async ({ ctx }) => {
    await ctx.limiter.take('money.openAccount by household', ctx.ip, { points: 60, seconds: 3600 })
    return ctx.members.money.openAccount({ accountId: ctx.session.accountId, requestId: ctx.requestId })
  })
