import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** Where the slot is on L2, and where people look that chain up. */
export const l2 = anyone.input(nothing).query(({ ctx }) => ctx.members.explorer.l2())
