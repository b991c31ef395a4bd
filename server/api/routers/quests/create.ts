import * as z from 'zod'
import { instant, integer, slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'
import { maxSupply } from '#server/quests/createQuest.ts'

/** Makes a draft. The definition is read by the room `quests`, whose errors name the field. */
export const create = member
  .meta({ rights: 'member', limit: { points: 30, seconds: 60 } })
  .input(
    z.strictObject({
      slug,
      space: slug.optional(),
      definition: z.record(z.string(), z.unknown()),
      supply: integer(1, maxSupply),
      opensAt: instant,
      closesAt: instant,
    }),
  )
  .mutation(({ ctx, input }) =>
    ctx.members.quests.create({
      ...input,
      accountId: ctx.session.accountId,
      opensAt: new Date(input.opensAt),
      closesAt: new Date(input.closesAt),
    }),
  )
