import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Who works for the space. `me`: the one who asks. */
export const list = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) =>
    (await ctx.members.studio.team.list(ctx.space.id)).map(({ since, ...member }) => ({
      ...member,
      since: since.toISOString(),
      me: member.accountId === ctx.session.accountId,
    })),
  )
