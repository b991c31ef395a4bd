import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Why members are not through with a quest's steps, most frequent first. */
export const reasons = inSpace('insights')
  .input(z.strictObject({ space: slug, quest: slug }))
  .query(({ ctx, input }) => ctx.members.studio.insights.reasons({ spaceId: ctx.space.id, quest: input.quest }))
