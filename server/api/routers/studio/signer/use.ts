import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes, orPlatform } from './fields.ts'

/** Chooses who signs for quests that are launched from now on. */
export const use = inSpace('own')
  .meta({ rights: { space: 'own' }, limit: changes })
  .input(z.strictObject({ space: slug, id: orPlatform }))
  .mutation(({ ctx, input: { id } }) => ctx.members.studio.signers.use({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id }))
