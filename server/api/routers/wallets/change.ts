import * as z from 'zod'
import { signedText, walletChange } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Does what a wallet of the account signed: at once where it is its own to decide, else it is announced. */
export const change = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ request: walletChange, signed: signedText }))
  .mutation(({ ctx, input }) => ctx.members.wallets.signChange({ accountId: ctx.session.accountId, ...input }))
