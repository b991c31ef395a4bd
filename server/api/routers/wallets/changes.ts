import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Changes of the account's wallets that wait, with their votes, and those of the last thirty days. */
export const changes = member.input(nothing).query(({ ctx }) => ctx.members.wallets.changes(ctx.session.accountId))
