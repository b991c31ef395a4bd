import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** Invitations that wait for the member, by any linked wallet. */
export const mine = member.input(nothing).query(async ({ ctx }) =>
  (await ctx.members.studio.team.mine(ctx.session.accountId)).map(({ createdAt, expiresAt, ...invitation }) => ({
    ...invitation,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  })),
)
