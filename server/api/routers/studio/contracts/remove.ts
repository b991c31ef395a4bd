import * as z from 'zod'
import { evmPlace, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Takes a contract out of the space's list. Rules that were written with it stay. */
export const remove = inSpace('author')
  .input(z.strictObject({ space: slug, ...evmPlace }))
  .mutation(({ ctx, input: { chain, address } }) =>
    ctx.members.studio.contracts.remove({ spaceId: ctx.space.id, accountId: ctx.session.accountId, chain, address }),
  )
