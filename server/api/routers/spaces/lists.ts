import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The lists of a space of the member's. They are uploaded by POST to `/api/lists`: a file is more than a call may carry. */
export const lists = member
  .input(z.strictObject({ space: slug.optional() }))
  .query(({ ctx, input }) => ctx.members.spaces.lists({ accountId: ctx.session.accountId, ...input }))
