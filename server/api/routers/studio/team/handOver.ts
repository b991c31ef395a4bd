import * as z from 'zod'
import { slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Makes another member of the team the owner; who was it stays as an admin. */
export const handOver = inSpace('own')
  .input(z.strictObject({ space: slug, member: uuid }))
  .mutation(async ({ ctx, input }) => {
    await ctx.members.studio.team.change({ spaceId: ctx.space.id, act: { kind: 'hand-over', by: ctx.session.accountId, to: input.member } })
    return { owner: input.member }
  })
