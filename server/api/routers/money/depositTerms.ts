import * as z from 'zod'
import { integer, walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'

/** By which signature one of the member's wallets hands a token over, and what it has of it. */
export const depositTerms = member
  .meta({ rights: 'member', limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ token: integer(1, tokensPerAccount - 1), wallet: walletText }))
  .query(({ ctx, input }) => ctx.members.money.depositTerms(input))
