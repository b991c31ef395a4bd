import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Freezes the draft and opens the quest in the slot. */
export const publish = member
  .meta({ rights: 'member', limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ slug }))
  .mutation(({ ctx, input }) =>
    ctx.members.quests.publish({ accountId: ctx.session.accountId, slug: input.slug, requestId: ctx.requestId }),
  )
