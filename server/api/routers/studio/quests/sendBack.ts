import * as z from 'zod'
import { plainText } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

/** Gives a draft back to its authors, with words. */
export const sendBack = inSpace('review')
  .meta({ rights: { space: 'review' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ ...draftName, revision, words: plainText(2000, { lines: true }) }))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.sendBack({ ...named(ctx, input), revision: input.revision, words: input.words }))
