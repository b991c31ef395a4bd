import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Takes a credential of the member's off our pages for others, or puts it back. */
export const hide = member
  .input(z.strictObject({ id: uuid, hidden: z.boolean() }))
  .mutation(({ ctx, input }) => ctx.members.credentials.hide({ accountId: ctx.session.accountId, ...input }))
