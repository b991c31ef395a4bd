import * as z from 'zod'
import { service } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Forgets the member's account at a service, and its tokens. */
export const disconnect = member
  .meta({ rights: 'member', limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ service }))
  .mutation(({ ctx, input }) => ctx.members.connections.disconnect({ accountId: ctx.session.accountId, service: input.service }))
