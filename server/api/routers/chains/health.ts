import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** How the chains of this deployment are read right now. */
export const health = anyone.input(nothing).query(({ ctx }) => ctx.members.chainHealth())
