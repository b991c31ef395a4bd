import * as z from 'zod'
import { plainText, walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The account behind a handle, a wallet or `#` and a number: whom a transfer would pay. */
export const recipient = member
  .meta({ rights: 'member', limit: { points: 60, seconds: 60 } })
  .input(z.strictObject({ name: plainText(100).min(1), wallet: walletText.optional() }))
  .query(({ ctx, input }) => ctx.members.money.recipient({ accountId: ctx.session.accountId, ...input }))
