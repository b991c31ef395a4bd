import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { writtenText } from '#server/quests/text.ts'

/** The owner's word against a delisting: once. */
export const appeal = inSpace('own')
  .input(z.strictObject({ space: slug, id: uuid, words: writtenText(2000, { lines: true }) }))
  .mutation(({ ctx, input: { id, words } }) =>
    ctx.members.studio.stops.appeal({ spaceId: ctx.space.id, accountId: ctx.session.accountId, id, words }),
  )
