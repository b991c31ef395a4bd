import * as z from 'zod'
import { signedTxs, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Hands the slot what was signed for quests of the space: more money for them, or the closing of those that are over. */
export const send = inSpace('funds')
  .meta({ rights: { space: 'funds' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ space: slug, signed: signedTxs }))
  .mutation(({ ctx, input }) =>
    ctx.members.studio.funds.send({
      ...{ spaceId: ctx.space.id, accountId: ctx.session.accountId, words: input.signed, requestId: ctx.requestId },
    }),
  )
