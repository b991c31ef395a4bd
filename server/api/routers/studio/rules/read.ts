import * as z from 'zod'
import { member } from '#server/api/trpc.ts'

/** A rule as its author has it now: every problem at once, and as much of it in words as can be said. A mutation: a rule is too long for an address. */
export const read = member
  .meta({ rights: 'member', limit: { points: 240, seconds: 60 } })
  .input(z.strictObject({ rule: z.unknown() }))
  .mutation(({ ctx, input }) => ctx.members.studio.rules.read(input.rule))
