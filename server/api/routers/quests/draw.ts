import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** How a quest's prizes are given, and who won once they are. */
export const draw = anyone.input(z.strictObject({ slug })).query(({ ctx, input }) => ctx.members.draws.read(input))
