import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes } from './fields.ts'

/** Forgets a signer that nothing needs. */
export const remove = inSpace('own')
  .meta({ rights: { space: 'own' }, limit: changes })
  .input(z.strictObject({ space: slug, id: uuid }))
  .mutation(({ ctx, input: { id } }) => ctx.members.studio.signers.remove({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id }))
