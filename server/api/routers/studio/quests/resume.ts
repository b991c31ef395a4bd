import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** Lets members begin again. */
export const resume = inSpace('review')
  .meta({ rights: { space: 'review' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject(draftName))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.resume(named(ctx, input)))
