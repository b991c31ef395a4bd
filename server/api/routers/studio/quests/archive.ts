import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** Puts a draft or an ended quest away, or takes it out again. */
export const archive = inSpace('author')
  .meta({ rights: { space: 'author' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ ...draftName, archived: z.boolean().default(true) }))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.archive({ ...named(ctx, input), archived: input.archived }))
