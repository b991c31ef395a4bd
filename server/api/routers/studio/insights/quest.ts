import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** The quest that insights are asked of: its title, its steps and the chains that it reads. */
export const quest = inSpace('insights')
  .input(z.strictObject({ space: slug, quest: slug }))
  .query(({ ctx, input: { quest: name } }) => ctx.members.studio.insights.quest({ spaceId: ctx.space.id, quest: name }))
