import * as z from 'zod'
import { instant, nothing, slug, uuid } from '#server/api/fields.ts'
import { onPlatform } from '#server/api/trpc.ts'

/** Quests that are or will be in front on the home page. */
export const features = onPlatform('feature')
  .input(nothing)
  .query(async ({ ctx }) =>
    (await ctx.members.platform.features()).map(({ startsAt, endsAt, ...feature }) => ({
      ...feature,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  )

/** Puts a quest in front for a span. */
export const feature = onPlatform('feature')
  .input(z.strictObject({ quest: slug, startsAt: instant, endsAt: instant }))
  .mutation(({ ctx, input: { quest, startsAt, endsAt } }) =>
    ctx.members.platform.feature({ actor: ctx.actor, quest, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }),
  )

/** Takes it back before its time. */
export const endFeature = onPlatform('feature')
  .input(z.strictObject({ id: uuid }))
  .mutation(({ ctx, input }) => ctx.members.platform.endFeature({ actor: ctx.actor, id: input.id }))

/** Puts those that are in front into another order. */
export const orderFeatures = onPlatform('feature')
  .input(z.strictObject({ ids: z.array(uuid).max(50) }))
  .mutation(({ ctx, input }) => ctx.members.platform.orderFeatures({ actor: ctx.actor, ids: input.ids }))
