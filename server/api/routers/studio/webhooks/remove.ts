import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes } from './fields.ts'

/** Removes an endpoint, with its log. */
export const remove = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: changes })
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input }) =>
    ctx.members.studio.webhooks.remove({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id: input.id }),
  )
