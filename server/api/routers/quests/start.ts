import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Puts the member on a quest; from now on its steps are judged without a click. `ref`: code of the link that brought them; one that is none counts for nothing. */
export const start = member
  .input(z.strictObject({ slug, ref: z.string().max(200).optional() }))
  .mutation(({ ctx, input }) =>
    ctx.members.quests.start({ accountId: ctx.session.accountId, slug: input.slug, ref: input.ref, requestId: ctx.requestId }),
  )
