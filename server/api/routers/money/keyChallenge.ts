import * as z from 'zod'
import { walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Account, nonce and deadline that the wallet's approval of a key names. */
export const keyChallenge = member
  .meta({ rights: 'member', limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ wallet: walletText.optional() }).nullish())
  .query(({ ctx, input }) => ctx.members.money.keyChallenge({ accountId: ctx.session.accountId, wallet: input?.wallet }))
