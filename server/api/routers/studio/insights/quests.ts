import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** The published quests of a space with their last seven days, the busiest first, by a part of the slug or title. */
export const quests = inSpace('insights')
  .input(z.strictObject({ space: slug, search: z.string().max(100).default('') }))
  .query(({ ctx, input: { search } }) => ctx.members.studio.insights.quests({ spaceId: ctx.space.id, search }))
