import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** What each lane did about a batch, as the slot's contract has it. */
export const votes = anyone
  .input(z.strictObject({ batch: integer(0, 2 ** 31 - 1) }))
  .query(({ ctx, input }) => ctx.members.credentials.votes(input))
