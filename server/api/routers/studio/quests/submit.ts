import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

/** Hands a draft in for review. */
export const submit = inSpace('author')
  .meta({ rights: { space: 'author' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ ...draftName, revision }))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.submit({ ...named(ctx, input), revision: input.revision }))
