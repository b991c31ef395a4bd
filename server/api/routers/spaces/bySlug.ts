import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** A space with its mark, its collections and its seasons. */
export const bySlug = anyone
  .input(z.strictObject({ slug }))
  .query(({ ctx, input }) => ctx.members.discover.space({ slug: input.slug, accountId: ctx.session?.accountId ?? null }))
