import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** A draft as its page would show it to members, as far as it is written. */
export const preview = inSpace('read')
  .input(z.strictObject(draftName))
  .query(({ ctx, input }) => ctx.members.studio.quests.preview(named(ctx, input)))
