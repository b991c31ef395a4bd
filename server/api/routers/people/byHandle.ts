import * as z from 'zod'
import { walletText } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** A member's public page, by handle, account id or wallet id. */
export const byHandle = anyone
  .input(z.strictObject({ handle: walletText }))
  .query(({ ctx, input }) => ctx.members.accounts.person({ ...input, viewerId: ctx.session?.accountId ?? null }))
