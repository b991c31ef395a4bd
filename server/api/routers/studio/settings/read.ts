import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { CairnError } from '#server/shared/errors.ts'

/** What the space says of itself, with the version to save upon, and its domain. */
export const read = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) => {
    const settings = await ctx.members.studio.settings.read({ spaceId: ctx.space.id, slug: ctx.space.slug })
    if (!settings) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'space', found: ctx.space.slug } })
    return settings
  })
