import * as z from 'zod'
import { slug, stepId } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The link of a visit step, for this member, once, within an hour. It leads through our own redirect. */
export const visitLink = member
  .meta({ rights: 'member', limit: { points: 60, seconds: 60 } })
  .input(z.strictObject({ slug, stepId }))
  .query(async ({ ctx, input }) => {
    const ticket = await ctx.members.quests.issueVisit({ accountId: ctx.session.accountId, ...input })
    return { href: `/api/visit/${ctx.cursors.seal('visit', ticket)}`, until: new Date(ticket.until).toISOString() }
  })
