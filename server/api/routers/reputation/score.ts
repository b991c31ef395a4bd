import * as z from 'zod'
import { integer, uuid } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** A member's score of this week, with a page of the lines that sum to it. */
export const score = anyone
  .meta({ rights: 'anyone', limit: { points: 240, seconds: 60 } })
  .input(z.strictObject({ accountId: uuid, from: integer(0, 1_000_000).default(0), limit: integer(1, 200).default(25) }))
  .query(({ ctx, input }) => ctx.members.reputation.score({ ...input, viewerId: ctx.session?.accountId ?? null }))
