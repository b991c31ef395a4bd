import * as z from 'zod'
import { funnelPlace } from '#server/api/funnelFilter.ts'
import { inSpace } from '#server/api/trpc.ts'

/** What the funnel of a quest can be narrowed to. */
export const sources = inSpace('insights')
  .meta({ rights: { space: 'insights' }, limit: { points: 120, seconds: 60 } })
  .input(z.strictObject(funnelPlace))
  .query(({ ctx, input: { space: _, ...input } }) => ctx.members.studio.insights.sources({ spaceId: ctx.space.id, ...input }))
