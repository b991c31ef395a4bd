import * as z from 'zod'
import { member } from '#server/api/trpc.ts'

const endpoint = z.string().min(1).max(1000)
const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/)
const limit = { points: 20, seconds: 60 }

/** Pushes the member's notices to this browser from now on. */
export const subscribe = member
  .meta({ rights: 'member', limit })
  .input(z.strictObject({ endpoint, publicKey: base64url(100), secret: base64url(40), locale: z.enum(['en', 'ja']) }))
  .mutation(async ({ ctx, input }) => {
    await ctx.members.news.subscribe({ accountId: ctx.session.accountId, ...input })
    return { endpoint: input.endpoint }
  })

/** No more. */
export const unsubscribe = member.input(z.strictObject({ endpoint })).mutation(async ({ ctx, input }) => {
  await ctx.members.news.unsubscribe({ accountId: ctx.session.accountId, endpoint: input.endpoint })
  return { endpoint: input.endpoint }
})
