import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Ends a key: the next call with it is refused. */
export const revoke = inSpace('integrate')
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input }) => ctx.members.studio.keys.revoke({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id: input.id }))
