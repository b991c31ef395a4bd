import * as z from 'zod'
import { signedText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Moves another account of the member into this one, after every wallet of it signed. */
export const merge = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ into: signedText, from: z.array(signedText).min(1).max(50) }))
  .mutation(({ ctx, input }) => ctx.members.wallets.merge({ accountId: ctx.session.accountId, ...input }))
