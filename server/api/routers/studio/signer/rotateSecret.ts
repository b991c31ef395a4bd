import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes } from './fields.ts'

/** Gives a signer another secret, in this answer and in no other. */
export const rotateSecret = inSpace('integrate')
  .meta({ rights: { space: 'integrate' }, limit: changes })
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input: { id } }) =>
    ctx.members.studio.signers.rotateSecret({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id }),
  )
