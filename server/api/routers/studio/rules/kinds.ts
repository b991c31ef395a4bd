import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Every kind of check with its form, in the order in which authors see them. */
export const kinds = member.input(nothing).query(({ ctx }) => ctx.members.studio.rules.kinds())
