import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

/** Launches an approved draft: a quest that opens at its time, or the next version of one that runs. `anyway`: an owner's word against the saved wallets. */
export const launch = inSpace('review')
  .meta({ rights: { space: 'review' }, limit: { points: 10, seconds: 60 } })
  .input(z.strictObject({ ...draftName, revision, anyway: z.boolean().optional() }))
  .mutation(({ ctx, input }) =>
    ctx.members.studio.quests.launch({
      ...named(ctx, input),
      ...{ revision: input.revision, anyway: input.anyway, requestId: ctx.requestId },
    }),
  )
