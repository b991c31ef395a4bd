import * as z from 'zod'
import { walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Texts for moving the account of another wallet into this one: for the signed-in wallet, and for every wallet of the other account. */
export const mergeChallenge = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ wallet: walletText }))
  .mutation(({ ctx, input }) =>
    ctx.members.wallets.challengeMerge({ accountId: ctx.session.accountId, sessionWallet: ctx.session.wallet, wallet: input.wallet }),
  )
