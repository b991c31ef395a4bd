import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { mayOnPlatform, platformRights } from '#server/platform/role.ts'

/** The member's role on the platform and what it may do; null and nothing for nearly everyone. */
export const me = member.input(nothing).query(async ({ ctx }) => {
  const role = await ctx.members.platform.roleOf(ctx.session.accountId)
  return { role, rights: platformRights.filter((right) => mayOnPlatform(role, right)) }
})
