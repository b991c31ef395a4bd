import * as z from 'zod'
import { walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

const side = z.strictObject({ wallet: walletText, message: z.string().max(4096), signature: z.string().max(16_386) })

/** Adds a wallet that both sides signed for; open quests are judged again with it. */
export const link = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ from: side, to: side }))
  .mutation(({ ctx, input }) => ctx.members.accounts.link({ accountId: ctx.session.accountId, ...input }))
