import * as z from 'zod'
import { integer, slug } from '#server/api/fields.ts'
import type { EnteredSpace } from '#server/spaces/enterSpace.ts'

/** A quest of a space. */
export const draftName = { space: slug, slug }

export const revision = integer(1, 2 ** 31 - 1)

/** The place of a step, from 0. */
export const stepPlace = integer(0, 23)

export const wallet = z.string().min(1).max(200)

/** Who asks, and what for, as the use cases take it. */
export const named = (ctx: { session: { accountId: string }; space: EnteredSpace }, input: { slug: string }) => ({
  accountId: ctx.session.accountId,
  spaceId: ctx.space.id,
  slug: input.slug,
})
