import * as z from 'zod'
import { slug, stepId } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** A transaction that the member says is the one: a hash, or a signature on Solana. */
export const pasteTransaction = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ slug, stepId, hash: z.string().min(1).max(200) }))
  .mutation(({ ctx, input }) =>
    ctx.members.quests.pasteTransaction({ accountId: ctx.session.accountId, ...input, requestId: ctx.requestId }),
  )
