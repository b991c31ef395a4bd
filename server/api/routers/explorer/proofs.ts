import * as z from 'zod'
import { listNumbered } from '#server/api/explorerLists.ts'
import { cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'
import { provingWindow } from '#server/credentials/explorer/proofsStore.ts'

/** Proofs by batch, newest first, and what each circuit's took among the newest `window` batches. */
export const proofs = anyone.input(z.strictObject({ cursor, limit: pageSize }).prefault({})).query(async ({ ctx, input }) => {
  const { explorer } = ctx.members
  const [page, circuits] = await Promise.all([
    listNumbered(ctx, { list: 'proofs', read: explorer.proofs, numberOf: ({ batch }) => batch }, input),
    explorer.circuits(),
  ])
  return { ...page, circuits, window: provingWindow }
})
