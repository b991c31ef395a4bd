import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Takes a member out of the team: the next call of theirs is refused. */
export const remove = inSpace('team')
  .input(z.strictObject({ space: slug, member: uuid }))
  .mutation(async ({ ctx, input }) => {
    await ctx.members.studio.team.change({ spaceId: ctx.space.id, act: { kind: 'remove', by: ctx.session.accountId, of: input.member } })
    return { member: input.member }
  })
