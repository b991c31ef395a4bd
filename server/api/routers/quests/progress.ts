import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { member } from '#server/api/trpc.ts'

/** The member's verdicts on a quest's steps, and the credential once there is one. */
export const progress = member.input(z.strictObject({ slug })).query(async ({ ctx, input }) => {
  const { accountId } = ctx.session
  const [standing, credential] = await Promise.all([
    ctx.members.quests.progress({ slug: input.slug, accountId }),
    ctx.members.explorer.credentialOf(accountId, input.slug),
  ])
  return { ...standing, credential }
})
