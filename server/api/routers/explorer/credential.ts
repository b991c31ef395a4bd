import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'
import { CairnError } from '#server/shared/errors.ts'

/** One credential by its leaf, with its portable document and where it can be checked against. */
export const credential = anyone.input(z.strictObject({ index: integer(0, 2 ** 32 - 1) })).query(async ({ ctx, input }) => {
  const viewerId = ctx.session?.accountId ?? null
  const found = input.index < 2 ** 31 ? await ctx.members.explorer.credentialByIndex(input.index, viewerId) : null
  if (!found) throw new CairnError('not-found', 'There is no such credential.', { meta: { field: 'index', found: input.index } })
  const [document, { chainId, rollup }] = await Promise.all([
    ctx.members.exporter.exportCredential(input.index),
    ctx.members.slotDeployment(),
  ])
  return { ...found, document, l2: { chainId, rollup: rollup as string } }
})
