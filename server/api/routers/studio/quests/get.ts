import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named } from './draftName.ts'

/** A draft with every problem at once, its warnings, its reviews and its saved wallets. */
export const get = inSpace('read')
  .input(z.strictObject(draftName))
  .query(({ ctx, input }) => ctx.members.studio.quests.get(named(ctx, input)))
