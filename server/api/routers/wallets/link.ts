import * as z from 'zod'
import { signedText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Adds a wallet that both sides signed for; open quests are judged again with it. */
export const link = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ from: signedText, to: signedText }))
  .mutation(({ ctx, input }) => ctx.members.wallets.link({ accountId: ctx.session.accountId, ...input }))
