import * as z from 'zod'
import { walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { requireWalletId } from '#server/auth/walletId.ts'

/** Test coins for a wallet, on local chains only. */
export const fund = member
  .meta({ rights: 'member', limit: { points: 10, seconds: 60 } })
  .input(z.strictObject({ wallet: walletText.optional() }).prefault({}))
  .mutation(({ ctx, input }) => ctx.members.faucet.fund({ wallet: requireWalletId(input.wallet ?? ctx.session.wallet) }))
