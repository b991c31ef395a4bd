import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** Nobody begins from now on; who is on the quest goes on. */
export const pause = inSpace('review')
  .meta({ rights: { space: 'review' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject(draftName))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.pause(named(ctx, input)))
