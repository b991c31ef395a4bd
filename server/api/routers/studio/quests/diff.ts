import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

/** What differs between two versions, or between one and the draft. */
export const diff = inSpace('read')
  .input(z.strictObject({ ...draftName, from: revision, to: z.union([revision, z.literal('draft')]) }))
  .query(({ ctx, input }) => ctx.members.studio.quests.diff({ ...named(ctx, input), from: input.from, to: input.to }))
