import * as z from 'zod'
import { funnelFilter, funnelPlace } from '#server/api/funnelFilter.ts'
import { inSpace } from '#server/api/trpc.ts'
import { funnelSplits } from '#server/insights/funnel/funnel.ts'

/** How far visitors of a quest came, all of them and in groups; days are UTC, the last thirty when nothing is said. */
export const funnel = inSpace('insights')
  .meta({ rights: { space: 'insights' }, limit: { points: 120, seconds: 60 } })
  .input(z.strictObject({ ...funnelPlace, ...funnelFilter, by: z.enum(funnelSplits).optional() }))
  .query(({ ctx, input: { space: _, quest, from, to, by, ...filter } }) =>
    ctx.members.studio.insights.funnel({ spaceId: ctx.space.id, quest, from, to, by, filter }),
  )
