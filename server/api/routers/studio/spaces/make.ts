import * as z from 'zod'
import { plainText, slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Makes a space that the member owns. */
export const make = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ slug, name: plainText(80) }))
  .mutation(({ ctx, input }) => ctx.members.studio.spaces.make({ accountId: ctx.session.accountId, ...input }))
