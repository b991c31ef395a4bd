import * as z from 'zod'
import { plainText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Gives the member's page a name. */
export const updateHandle = member
  .input(z.strictObject({ handle: plainText(40) }))
  .mutation(({ ctx, input }) => ctx.members.accounts.updateHandle({ accountId: ctx.session.accountId, handle: input.handle }))
