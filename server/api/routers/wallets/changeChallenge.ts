import * as z from 'zod'
import { walletChange, walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The text by which a wallet of the account changes something about its wallets, or says yes or no to a change that waits. */
export const changeChallenge = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ signer: walletText, request: walletChange }))
  .mutation(({ ctx, input }) => ctx.members.wallets.challengeChange({ accountId: ctx.session.accountId, ...input }))
