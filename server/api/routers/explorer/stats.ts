import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** The slot in numbers. */
export const stats = anyone.input(nothing).query(({ ctx }) => ctx.members.explorer.stats())
