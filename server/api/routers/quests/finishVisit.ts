import * as z from 'zod'
import { slug, stepId } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The member is back from the link; answers how many seconds are left. */
export const finishVisit = member
  .meta({ rights: 'member', limit: { points: 60, seconds: 60 } })
  .input(z.strictObject({ slug, stepId }))
  .mutation(({ ctx, input }) => ctx.members.quests.finishVisit({ accountId: ctx.session.accountId, ...input, requestId: ctx.requestId }))
