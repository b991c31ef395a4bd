import * as z from 'zod'
import { slug, stepId } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The text of a file that another slot exported for a CUBE of the member's. */
export const addCube = member
  .meta({ rights: 'member', limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ slug, stepId, document: z.string().min(1).max(65_536) }))
  .mutation(({ ctx, input }) => ctx.members.quests.addCube({ accountId: ctx.session.accountId, ...input, requestId: ctx.requestId }))
