import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { onPlatform } from '#server/api/trpc.ts'
import { caseView, stopView } from './caseView.ts'

/** One case with what members said in it, and what was decided of its space before. */
export const caseById = onPlatform('moderate')
  .input(z.strictObject({ id: uuid }))
  .query(async ({ ctx, input }) => {
    const { said, others, stops, ...found } = await ctx.members.platform.case(input.id)
    return {
      ...caseView(found),
      mine: found.takenBy === ctx.session.accountId,
      said: said.map(({ createdAt, ...report }) => ({ ...report, createdAt: createdAt.toISOString() })),
      others: others.map(caseView),
      stops: stops.map(stopView),
    }
  })
