import * as z from 'zod'
import { plainText, slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { revocationReasons } from '#server/credentials/revocation.ts'

/** Takes a credential of one of the space's quests back; its holder is told why. */
export const revoke = inSpace('revoke')
  .input(z.strictObject({ space: slug, credential: uuid, reason: z.enum(revocationReasons), words: plainText(500) }))
  .mutation(({ ctx, input: { space: _, ...input } }) =>
    ctx.members.studio.insights.revoke({ spaceId: ctx.space.id, accountId: ctx.session.accountId, ...input }),
  )
