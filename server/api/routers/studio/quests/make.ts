import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** An empty draft. */
export const make = inSpace('author')
  .meta({ rights: { space: 'author' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject(draftName))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.make(named(ctx, input)))
