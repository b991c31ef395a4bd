import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'
import { CairnError } from '#server/shared/errors.ts'

/** Credentials that the page of a batch shows by themselves; `explorer.txs` lists all of them. */
const shown = 12

/** One batch with what L2 and the lanes did with it, the first credentials in it and the requests that led to it. */
export const batch = anyone.input(z.strictObject({ number: integer(0, 2 ** 31 - 1) })).query(async ({ ctx, input }) => {
  const [found, credentialsList] = await Promise.all([
    ctx.members.explorer.batch(input.number),
    ctx.members.explorer.credentialsOfBatch(input.number, { limit: shown, viewerId: ctx.session?.accountId ?? null }),
  ])
  if (!found) throw new CairnError('not-found', 'There is no such batch.', { meta: { field: 'number', found: input.number } })
  return { ...found, credentialsList }
})
