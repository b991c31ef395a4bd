import * as z from 'zod'
import { listNumbered } from '#server/api/explorerLists.ts'
import { cursor, pageSize } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** Batches, newest first. */
export const batches = anyone
  .input(z.strictObject({ cursor, limit: pageSize }).prefault({}))
  .query(({ ctx, input }) =>
    listNumbered(ctx, { list: 'batches', read: ctx.members.explorer.batches, numberOf: ({ number }) => number }, input),
  )
