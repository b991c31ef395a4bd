import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** A season with its quests and what has counted so far. */
export const season = anyone
  .input(z.strictObject({ slug }))
  .query(({ ctx, input }) => ctx.members.discover.season({ slug: input.slug, accountId: ctx.session?.accountId ?? null }))
