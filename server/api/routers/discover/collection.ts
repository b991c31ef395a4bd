import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** A collection or learning path with its quests and what the caller has done of it. */
export const collection = anyone
  .input(z.strictObject({ slug }))
  .query(({ ctx, input }) => ctx.members.discover.collection({ slug: input.slug, accountId: ctx.session?.accountId ?? null }))
