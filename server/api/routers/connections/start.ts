import * as z from 'zod'
import { service, slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Where the browser is to go to say yes. `quest`: the page to come back to; without one, the account's own. */
export const start = member
  .meta({ rights: 'member', limit: { points: 10, seconds: 60 } })
  .input(z.strictObject({ service, quest: slug.optional() }))
  .mutation(({ ctx, input }) =>
    ctx.members.connections.start({
      accountId: ctx.session.accountId,
      service: input.service,
      state: (nonce) => ctx.cursors.seal('connect', { nonce, quest: input.quest ?? null }),
    }),
  )
