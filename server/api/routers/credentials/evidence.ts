import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** What the member's own credential of a quest rests on, as a file that `./cairn reverify` judges again. */
export const evidence = member
  .input(z.strictObject({ slug }))
  .query(({ ctx, input }) => ctx.members.quests.evidence({ slug: input.slug, accountId: ctx.session.accountId }))
