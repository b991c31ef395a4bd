import * as z from 'zod'
import { slug, walletText } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Who brought members to the quests of a space, what they earned by it, and what is due. */
export const referrals = inSpace('funds')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ctx.members.studio.funds.referrals({ spaceId: ctx.space.id }))

/** Gives somebody a link for showing the space's quests: a handle or a wallet of a member. */
export const addPublisher = inSpace('funds')
  .meta({ rights: { space: 'funds' }, limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ space: slug, name: walletText }))
  .mutation(({ ctx, input }) =>
    ctx.members.studio.funds.addPublisher({ spaceId: ctx.space.id, accountId: ctx.session.accountId, name: input.name }),
  )
