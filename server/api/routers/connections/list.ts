import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Services whose account can be connected here, and the member's accounts there. */
export const list = member.input(nothing).query(({ ctx }) => ctx.members.connections.list({ accountId: ctx.session.accountId }))
