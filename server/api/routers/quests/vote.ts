import * as z from 'zod'
import { slug, stepId } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** One vote on a poll step: ids of the choices. */
export const vote = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ slug, stepId, choices: z.array(stepId).min(1).max(20) }))
  .mutation(({ ctx, input }) => ctx.members.quests.vote({ accountId: ctx.session.accountId, ...input, requestId: ctx.requestId }))
