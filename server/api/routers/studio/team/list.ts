import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { roles, type SpaceRole } from '#server/spaces/role.ts'
import { mayGive } from '#server/spaces/team.ts'

/** Who works for the space. `me`: the one who asks; `may`: what that one may do with the member's place. */
export const list = inSpace('read')
  .input(z.strictObject({ space: slug }))
  .query(async ({ ctx }) =>
    (await ctx.members.studio.team.list(ctx.space.id)).map(({ since, ...member }) => {
      const me = member.accountId === ctx.session.accountId
      return { ...member, since: since.toISOString(), me, may: me ? nothing : mayDo(ctx.space.role, member.role) }
    }),
  )

type May = { roles: SpaceRole[]; remove: boolean; handOver: boolean }
/** Of oneself there is only leaving. */
const nothing: May = { roles: [], remove: false, handOver: false }

const mayDo = (by: SpaceRole, of: SpaceRole): May => ({
  roles: mayGive(by, of) ? roles.filter((role) => mayGive(by, role)) : [],
  remove: mayGive(by, of),
  handOver: by === 'owner',
})
