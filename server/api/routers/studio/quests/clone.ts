import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** A draft of what another quest of the space says now. */
export const clone = inSpace('author')
  .meta({ rights: { space: 'author' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ ...draftName, as: slug }))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.clone({ ...named(ctx, input), as: input.as }))
