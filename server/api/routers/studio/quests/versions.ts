import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** Published versions, newest first: none of them ever changes. */
export const versions = inSpace('read')
  .input(z.strictObject(draftName))
  .query(({ ctx, input }) => ctx.members.studio.quests.versions(named(ctx, input)))
