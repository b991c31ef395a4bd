import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Takes the place that an invitation offers, or says no to it. */
export const answer = member
  .input(z.strictObject({ id: uuid, accept: z.boolean() }))
  .mutation(({ ctx, input }) => ctx.members.studio.team.answer({ accountId: ctx.session.accountId, ...input }))
