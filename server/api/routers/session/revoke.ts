import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { CairnError } from '#server/shared/errors.ts'

/** Ends one session of the account, at once. */
export const revoke = member.input(z.strictObject({ id: uuid })).mutation(async ({ ctx, input }) => {
  const ended = await ctx.members.endSessions(ctx.session.accountId, { id: input.id })
  if (ended === 0) throw new CairnError('not-found', 'There is no such session.', { meta: { field: 'id', found: input.id } })
  return { id: input.id }
})
