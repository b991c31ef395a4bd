import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Common actions with real contracts, each with its form. They are the same for every space. */
export const templates = member.input(nothing).query(({ ctx }) => ctx.members.studio.contracts.templates())
