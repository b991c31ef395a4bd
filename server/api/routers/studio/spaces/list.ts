import { nothing } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The spaces that the member works for, with the role in each. */
export const list = member.input(nothing).query(async ({ ctx }) =>
  (await ctx.members.studio.spaces.list(ctx.session.accountId)).map(({ id: _, createdAt, ...space }) => ({
    ...space,
    createdAt: createdAt.toISOString(),
  })),
)
