import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { roles } from '#server/spaces/role.ts'

/** Gives a member of the team another role: owners any, admins those below them. */
export const changeRole = inSpace('team')
  .input(z.strictObject({ space: slug, member: uuid, role: z.enum(roles) }))
  .mutation(async ({ ctx, input }) => {
    const act = { kind: 'role' as const, by: ctx.session.accountId, of: input.member, to: input.role }
    await ctx.members.studio.team.change({ spaceId: ctx.space.id, act })
    return { member: input.member, role: input.role }
  })
