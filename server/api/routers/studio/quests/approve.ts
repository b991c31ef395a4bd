import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

/** Says that a text may be launched. */
export const approve = inSpace('review')
  .meta({ rights: { space: 'review' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ ...draftName, revision }))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.approve({ ...named(ctx, input), revision: input.revision }))
