import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** Quests, spaces, members, credentials, batches and transactions by whatever names them. Any text is a search. */
export const everything = anyone
  .meta({ rights: 'anyone', limit: { points: 240, seconds: 60 } })
  .input(z.strictObject({ q: z.string().max(500), limit: integer(1, 20).default(6) }))
  .query(({ ctx, input }) => ctx.members.search({ ...input, viewerId: ctx.session?.accountId ?? null }))
