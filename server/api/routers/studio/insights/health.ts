import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** How the chains that a quest reads are read right now. */
export const health = inSpace('insights')
  .input(z.strictObject({ space: slug, quest: slug }))
  .query(({ ctx, input }) => ctx.members.studio.insights.health({ spaceId: ctx.space.id, quest: input.quest }))
