import * as z from 'zod'
import { signedTxs } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

/**
 * Launches an approved draft: a quest that opens at its time, or the next version of one that runs. `anyway`: an owner's word against the saved wallets.
 * `signed`: of a quest that costs money, the openings of `studio.funds.prepare` as the vault's holder signed them.
 */
export const launch = inSpace('review')
  .meta({ rights: { space: 'review' }, limit: { points: 10, seconds: 60 } })
  .input(z.strictObject({ ...draftName, revision, anyway: z.boolean().optional(), signed: signedTxs.optional() }))
  .mutation(({ ctx, input }) =>
    ctx.members.studio.quests.launch({
      ...named(ctx, input),
      ...{ revision: input.revision, anyway: input.anyway, requestId: ctx.requestId },
      signed: input.signed,
    }),
  )
