import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** What the platform held or delisted of the space and its quests, what counts now first, with appeals and their answers. */
export const list = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) =>
    (await ctx.members.studio.stops.list(ctx.space.id)).map(({ at, appealedAt, answeredAt, liftedAt, ...stop }) => ({
      ...stop,
      at: at.toISOString(),
      appealedAt: appealedAt?.toISOString() ?? null,
      answeredAt: answeredAt?.toISOString() ?? null,
      liftedAt: liftedAt?.toISOString() ?? null,
    })),
  )
