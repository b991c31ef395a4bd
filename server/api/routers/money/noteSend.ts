import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { bits, tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'

/** The member's wallet sent this to the inbox: it shows until L2 is final. */
export const noteSend = member
  .input(
    z.strictObject({
      hash: z.string().regex(/^0x[0-9a-f]{64}$/, 'a transaction hash'),
      kind: z.enum(['deposit', 'setKey']),
      token: integer(0, tokensPerAccount - 1),
      amount: z
        .string()
        .regex(/^(?:0|[1-9]\d{0,28})$/, 'an amount in the smallest unit')
        .transform(BigInt)
        .refine((value) => value >> BigInt(bits.amount) === 0n, `below 2^${bits.amount}`),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    await ctx.members.money.noteSend({ ...input, accountId: ctx.session.accountId })
    return { noted: true }
  })
