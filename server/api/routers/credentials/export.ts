import * as z from 'zod'
import { uuid } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'
import { CairnError } from '#server/shared/errors.ts'

/** The portable document of a credential: what its holder keeps, and anyone can check without us. */
export const exportDocument = anyone.input(z.strictObject({ id: uuid })).query(async ({ ctx, input }) => {
  const found = await ctx.members.explorer.credentialById(input.id, ctx.session?.accountId ?? null)
  if (!found) throw new CairnError('not-found', 'There is no such credential.', { meta: { field: 'id', found: input.id } })
  const document = found.index === null ? null : await ctx.members.exporter.exportCredential(found.index)
  if (!document)
    throw new CairnError('conflict', 'This credential is not final yet.', { meta: { field: 'id', found: found.state, expected: 'final' } })
  return { filename: `cairn-${found.quest.slug}-${found.index}.json`, document }
})
