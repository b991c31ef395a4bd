import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { stopView } from '#server/api/routers/platform/caseView.ts'
import { inSpace } from '#server/api/trpc.ts'

/** What the platform held or delisted of the space and its quests, what counts now first, with appeals and their answers. */
export const list = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) => (await ctx.members.studio.stops.list(ctx.space.id)).map(stopView))
