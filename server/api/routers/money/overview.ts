import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The member's money: account and key, balances, rewards to claim, history. */
export const overview = member.input(nothing).query(({ ctx }) => ctx.members.money.overview({ accountId: ctx.session.accountId }))
