import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** One quest with its steps in words. */
export const bySlug = anyone
  .input(z.strictObject({ slug }))
  .query(({ ctx, input }) => ctx.members.quests.bySlug({ slug: input.slug, accountId: ctx.session?.accountId ?? null }))
