import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** Ends a quest before its time, for good. */
export const end = inSpace('review')
  .meta({ rights: { space: 'review' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject(draftName))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.end(named(ctx, input)))
