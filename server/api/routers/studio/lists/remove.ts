import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Takes a list out of what the space offers. Rules that name it go on. */
export const remove = inSpace('author')
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input }) => ctx.members.studio.lists.remove({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id: input.id }))
