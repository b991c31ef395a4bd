import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** The money of a space: its vault, what its quests hold and how long that lasts, what was signed. */
export const read = inSpace('funds')
  .input(z.strictObject({ space: slug }))
  .query(({ ctx }) => ctx.members.studio.funds.read({ spaceId: ctx.space.id, accountId: ctx.session.accountId }))
