import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Clusters of accounts among a quest's participants, each with its reasons. */
export const clusters = inSpace('people')
  .input(z.strictObject({ space: slug, quest: slug }))
  .query(({ ctx, input }) => ctx.members.studio.insights.clusters({ spaceId: ctx.space.id, quest: input.quest }))
