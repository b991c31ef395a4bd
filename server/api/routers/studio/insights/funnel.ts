import * as z from 'zod'
import { day, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { funnelSplits } from '#server/insights/funnel/funnel.ts'

/** How far visitors of a quest came, all of them and in groups; days are UTC, the last thirty when nothing is said. */
export const funnel = inSpace('insights')
  .meta({ rights: { space: 'insights' }, limit: { points: 120, seconds: 60 } })
  .input(z.strictObject({ space: slug, quest: slug, from: day.optional(), to: day.optional(), by: z.enum(funnelSplits).optional() }))
  .query(({ ctx, input: { space: _, ...input } }) => ctx.members.studio.insights.funnel({ spaceId: ctx.space.id, ...input }))
