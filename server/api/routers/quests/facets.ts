import * as z from 'zod'
import { filterFields } from '#server/api/questFilter.ts'
import { anyone } from '#server/api/trpc.ts'

/** How many quests each value of a filter would leave. */
export const facets = anyone
  .input(z.strictObject(filterFields).prefault({}))
  .query(({ ctx, input }) => ctx.members.discover.facets({ accountId: ctx.session?.accountId ?? null, filter: input }))
