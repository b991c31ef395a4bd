import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** A credential of the space's quests, by its number in the slot, its page's address, its URN or its id: for those who may revoke and see no list. */
export const revocable = inSpace('revoke')
  .meta({ rights: { space: 'revoke' }, limit: { points: 60, seconds: 60 } })
  .input(z.strictObject({ space: slug, credential: z.string().min(1).max(300) }))
  .query(({ ctx, input: { credential } }) => ctx.members.studio.insights.revocable({ spaceId: ctx.space.id, credential }))
