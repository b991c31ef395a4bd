import * as z from 'zod'
import { walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Two texts, to be signed by the signed-in wallet and by the wallet that is to be added. */
export const challenge = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ wallet: walletText }))
  .mutation(({ ctx, input }) =>
    ctx.members.wallets.challengeLink({ accountId: ctx.session.accountId, sessionWallet: ctx.session.wallet, wallet: input.wallet }),
  )
