import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** The member leaves the team. The last owner hands the space over first. */
export const leave = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .mutation(async ({ ctx }) => {
    await ctx.members.studio.team.change({ spaceId: ctx.space.id, act: { kind: 'leave', by: ctx.session.accountId } })
    return { space: ctx.space.slug }
  })
