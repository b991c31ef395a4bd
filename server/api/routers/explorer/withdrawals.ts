import * as z from 'zod'
import { cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'
import type { WithdrawalPlace } from '#server/credentials/explorer/withdrawalsStore.ts'

/** Requests that are shown before the list; `explorer.txs` lists all of them. */
const requestsShown = 20

/** What batches pay on L2, newest first; on the first page also what is asked for and in no batch yet. */
export const withdrawals = anyone.input(z.strictObject({ cursor, limit: pageSize }).prefault({})).query(async ({ ctx, input }) => {
  const { explorer, money } = ctx.members
  // Sealed by us for this list, so it is a place in it.
  const after = input.cursor ? (ctx.cursors.open('withdrawals', input.cursor) as WithdrawalPlace) : null
  const [rows, requested, tokens] = await Promise.all([
    explorer.withdrawals(after, input.limit + 1),
    after === null ? explorer.requested(requestsShown) : [],
    money.tokens(),
  ])
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  return { items, requested, tokens, nextCursor: last ? ctx.cursors.seal('withdrawals', { batch: last.batch, entry: last.entry }) : null }
})
