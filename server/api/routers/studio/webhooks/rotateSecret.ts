import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes } from './fields.ts'

/** Gives an endpoint a new secret, which is in this answer and in no other. The one before is good for a day more. */
export const rotateSecret = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: changes })
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input }) =>
    ctx.members.studio.webhooks.rotateSecret({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id: input.id }),
  )
