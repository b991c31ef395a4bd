import * as z from 'zod'
import { walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The member's money: account and key, balances, rewards to claim, history. Of the primary wallet's slot account, or another wallet's. */
export const overview = member
  .input(z.strictObject({ wallet: walletText.optional() }).nullish())
  .query(({ ctx, input }) => ctx.members.money.overview({ accountId: ctx.session.accountId, wallet: input?.wallet }))
