import * as z from 'zod'
import { slug } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** The member's verdicts on a quest's steps, the credential once there is one, and the wallet that keeps it from coming, if one does. Null to who is not signed in. */
export const progress = anyone.input(z.strictObject({ slug })).query(async ({ ctx, input }) => {
  if (!ctx.session) return null
  const { accountId } = ctx.session
  const [standing, credential, countedBy] = await Promise.all([
    ctx.members.quests.progress({ slug: input.slug, accountId }),
    ctx.members.explorer.credentialOf(accountId, input.slug),
    ctx.members.quests.countedBy({ slug: input.slug, accountId }),
  ])
  return { ...standing, credential, countedBy }
})
