import * as z from 'zod'
import { listTxs, txQuery } from '#server/api/explorerLists.ts'
import { cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** Txs of the slot, newest first: mints, openings, ledger txs and inbox items, all or those of a kind, a state, a batch. */
export const txs = anyone
  .input(z.strictObject({ ...txQuery, cursor, limit: pageSize }).prefault({}))
  .query(async ({ ctx, input: { cursor: from, limit, ...query } }) => {
    const [page, tokens] = await Promise.all([listTxs(ctx, query, { cursor: from, limit }), ctx.members.money.tokens()])
    return { ...page, tokens }
  })
