import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** A member's XP, level and rank, and what they are made of. */
export const standing = anyone
  .input(z.strictObject({ accountId: uuid }))
  .query(({ ctx, input }) => ctx.members.reputation.standing({ ...input, viewerId: ctx.session?.accountId ?? null }))
