import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { changes, orPlatform } from './fields.ts'

/** Has a quest that is in the slot name another key. */
export const moveQuest = inSpace('own')
  .meta({ rights: { space: 'own' }, limit: changes })
  .input(z.strictObject({ space: slug, quest: slug, id: orPlatform }))
  .mutation(({ ctx, input: { quest, id } }) =>
    ctx.members.studio.signers.moveQuest({ spaceId: ctx.space.id, accountId: ctx.session.accountId, quest, id }),
  )
