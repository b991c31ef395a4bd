import * as z from 'zod'
import { integer, walletText } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { P } from '#server/rollup/protocol/field.ts'

const word = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, '32 bytes, 0x hex')
  .transform(BigInt)
  .refine((value) => value < P, 'a field element')

/** Brings the member's key to L2 at the platform's cost. The use case checks whose it is and everything that L2 would. */
export const relayKey = member
  .meta({ rights: 'member', limit: { points: 10, seconds: 3600 } })
  .input(
    z.strictObject({
      ...{ keyX: word, keyY: word, identity: word },
      nonce: z
        .string()
        .regex(/^(?:0|[1-9]\d{0,17})$/, 'a nonce')
        .transform(BigInt),
      deadline: integer(0, 2 ** 40 - 1),
      wallet: walletText.optional(),
      signature: z.string().regex(/^0x(?:[0-9a-f]{2}){64,65}$/, '64 or 65 bytes, 0x hex'),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    await ctx.limiter.take('money.relayKey by household', ctx.ip, { points: 20, seconds: 3600 })
    await ctx.members.money.relayKey({ ...input, accountId: ctx.session.accountId })
    return { accepted: true }
  })
