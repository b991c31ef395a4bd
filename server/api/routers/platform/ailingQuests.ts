import { nothing } from '#server/api/fields.ts'
import { onPlatform } from '#server/api/trpc.ts'

/** Live quests that read a chain which is down, late, or read by nobody. */
export const ailingQuests = onPlatform('moderate')
  .input(nothing)
  .query(async ({ ctx }) =>
    (await ctx.members.platform.ailingQuests()).map(({ closesAt, ...quest }) => ({ ...quest, closesAt: closesAt.toISOString() })),
  )
