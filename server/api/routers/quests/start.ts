import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Puts the member on a quest; from now on its steps are judged without a click. */
export const start = member
  .input(z.strictObject({ slug }))
  .mutation(({ ctx, input }) => ctx.members.quests.start({ accountId: ctx.session.accountId, slug: input.slug, requestId: ctx.requestId }))
