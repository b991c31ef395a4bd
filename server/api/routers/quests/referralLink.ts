import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The member's own link to a quest, and what each completion by it brings; null where referrers get nothing. */
export const referralLink = member
  .meta({ rights: 'member', limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ slug }))
  .mutation(({ ctx, input }) => ctx.members.quests.referralLink({ accountId: ctx.session.accountId, slug: input.slug }))
